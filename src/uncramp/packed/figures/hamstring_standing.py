"""Packed from routines/figures/hamstring-standing.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 3733373983
FIGURE = Figure(
    name='hamstring-standing',
    title='Hamstring press, standing',
    shows='A person holds a chair. One leg is straight and a little in front, and presses its foot to the floor.',
    poses={
        'eased': Pose(
            name='eased',
            angles={'lean': 10.0, 'near_toes': 30.0,},
            pins={'hip': Spot(x=-0.08, y=0.505),},
            reach={
                'near_ball': Spot(x=0.12, y=0.005),
                'far_heel': Spot(x=-0.14),
                'near_hand': Spot(x=0.27, y=0.65),
                'far_hand': Spot(x=0.28, y=0.65),
            },
            level={'near_sole': -30.0, 'far_sole': 0.0,},
        ),
        'pressed': Pose(
            name='pressed',
            angles={'lean': 34.0, 'near_toes': 0.0,},
            pins={'hip': Spot(x=-0.12, y=0.49),},
            reach={
                'near_ball': Spot(x=0.16),
                'far_heel': Spot(x=-0.14),
                'near_hand': Spot(x=0.27, y=0.65),
                'far_hand': Spot(x=0.28, y=0.65),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
    },
    start='eased',
    moves={'hold': Action(poses=('pressed',)), 'ease': Action(poses=('eased',)),},
    works=Muscle.HAMSTRING,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(x=0.42, y=0.25), size=(0.26, 0.38,)),
    ),
)
