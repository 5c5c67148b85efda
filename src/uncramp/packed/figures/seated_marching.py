"""Packed from routines/figures/seated-marching.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Pose, Spot, Thing

SUM = 2353798912
FIGURE = Figure(
    name='seated-marching',
    title='Marching, seated',
    shows='A person sits and lifts one knee, then the other.',
    poses={
        'sit': Pose(
            name='sit',
            angles={'lean': 2.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.17),
                'far_heel': Spot(x=0.22),
                'near_hand': Spot(x=0.06, y=0.27),
                'far_hand': Spot(x=0.1, y=0.27),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
        'near-up': Pose(
            name='near-up',
            angles={'lean': 2.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.2, y=0.13),
                'far_heel': Spot(x=0.22),
                'near_hand': Spot(x=0.06, y=0.27),
                'far_hand': Spot(x=0.1, y=0.27),
            },
            level={'near_sole': -10.0, 'far_sole': 0.0,},
        ),
        'far-up': Pose(
            name='far-up',
            angles={'lean': 2.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'far_heel': Spot(x=0.22, y=0.13),
                'near_heel': Spot(x=0.17),
                'near_hand': Spot(x=0.06, y=0.27),
                'far_hand': Spot(x=0.1, y=0.27),
            },
            level={'near_sole': 0.0, 'far_sole': -10.0,},
        ),
    },
    start='sit',
    moves={'march': Action(poses=('near-up', 'sit', 'far-up', 'sit',), every=2000),},
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(y=0.25), size=(0.28, 0.34,)),
    ),
)
