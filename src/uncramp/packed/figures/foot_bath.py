"""Packed from routines/figures/foot-bath.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Pose, Spot, Thing

SUM = 437001682
FIGURE = Figure(
    name='foot-bath',
    title='Foot bath',
    shows='A person sits with both feet in a bowl of water. A second bowl stands beside it.',
    poses={
        'first': Pose(
            name='first',
            angles={'lean': -4.0, 'head': 14.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.08, y=0.015),
                'far_heel': Spot(x=0.1, y=0.015),
                'near_hand': Spot(on='near_thigh', along=0.5),
                'far_hand': Spot(on='far_thigh', along=0.6),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
        'second': Pose(
            name='second',
            angles={'lean': -4.0, 'head': 14.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.34, y=0.015),
                'far_heel': Spot(x=0.36, y=0.015),
                'near_hand': Spot(on='near_thigh', along=0.5),
                'far_hand': Spot(on='far_thigh', along=0.6),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
    },
    start='first',
    moves={
        'warm': Action(poses=('first',)),
        'cool': Action(poses=('second',)),
        'mild': Action(poses=('first',)),
        'rest': Action(poses=('first',)),
    },
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(x=-0.04, y=0.25), size=(0.26, 0.3,)),
        Item(thing=Thing.BOWL, at=Spot(x=0.155), size=(0.25, 0.1,), front=True),
        Item(thing=Thing.BOWL, at=Spot(x=0.42), size=(0.25, 0.1,), front=True),
    ),
)
