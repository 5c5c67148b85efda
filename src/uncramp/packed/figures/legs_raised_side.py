"""Packed from routines/figures/legs-raised-side.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Pose, Spot, Thing

SUM = 128537073
FIGURE = Figure(
    name='legs-raised-side',
    title='Legs raised, on the side',
    shows='A person lies on the side, seen from above, with both legs on a pillow.',
    poses={
        'lie': Pose(
            name='lie',
            angles={
                'lean': 92.0,
                'back': 6.0,
                'head': 4.0,
                'near_hip': 44.0,
                'near_knee': 42.0,
                'near_ankle': -20.0,
                'far_hip': 30.0,
                'far_knee': 38.0,
                'far_ankle': -24.0,
                'far_shoulder': 108.0,
                'far_elbow': 120.0,
                'near_shoulder': 62.0,
                'near_elbow': 92.0,
            },
            pins={'hip': Spot(y=0.05),},
        ),
    },
    start='lie',
    moves={'rest': Action(poses=('lie',)),},
    scenery=(
        Item(thing=Thing.BED, at=Spot(x=-0.02, y=0.24), size=(1.1, 0.58,)),
        Item(thing=Thing.PILLOW, at=Spot(x=0.4), size=(0.4, 0.2,), turn=90.0),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.33, y=-0.06), size=(0.5, 0.3,), turn=80.0),
    ),
)
