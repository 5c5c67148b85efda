"""Packed from routines/figures/side-lying-rest.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Pose, Spot, Thing

SUM = 1276019981
FIGURE = Figure(
    name='side-lying-rest',
    title='Rest on the side',
    shows='A person lies on the side, seen from above, with a pillow under the head and one between the knees.',
    poses={
        'lie': Pose(
            name='lie',
            angles={
                'lean': 92.0,
                'back': 10.0,
                'head': 6.0,
                'near_hip': 74.0,
                'near_knee': 76.0,
                'near_ankle': -20.0,
                'far_hip': 14.0,
                'far_knee': 28.0,
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
        Item(thing=Thing.BED, at=Spot(x=-0.02, y=0.24), size=(1.1, 0.61,)),
        Item(thing=Thing.PILLOW, at=Spot(x=0.4), size=(0.4, 0.2,), turn=90.0),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.19, y=-0.19), size=(0.44, 0.29,)),
    ),
)
