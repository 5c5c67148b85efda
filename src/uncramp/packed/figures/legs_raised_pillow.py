"""Packed from routines/figures/legs-raised-pillow.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Pose, Spot, Thing

SUM = 3972529933
FIGURE = Figure(
    name='legs-raised-pillow',
    title='Legs raised on a pillow',
    shows='A person lies with the calves on a pillow.',
    poses={
        'lie': Pose(
            name='lie',
            angles={
                'lean': -90.0,
                'near_shoulder': 2.0,
                'near_elbow': 10.0,
                'far_shoulder': 8.0,
                'far_elbow': 10.0,
                'head': 10.0,
                'near_ankle': -12.0,
                'far_ankle': -20.0,
            },
            pins={'hip': Spot(y=0.085),},
            reach={'near_ankle': Spot(x=0.42, y=0.23), 'far_ankle': Spot(x=0.425, y=0.21),},
        ),
    },
    start='lie',
    moves={'rest': Action(poses=('lie',)),},
    scenery=(
        Item(thing=Thing.BED, size=(1.06, 0.05,)),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.42, y=0.035), size=(0.2, 0.07,)),
        Item(thing=Thing.PILLOW, at=Spot(x=0.36, y=0.05), size=(0.3, 0.1,)),
        Item(thing=Thing.PILLOW, at=Spot(x=0.36, y=0.14), size=(0.26, 0.09,)),
    ),
)
