"""Packed from routines/figures/heel-raise.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 1912563060
FIGURE = Figure(
    name='heel-raise',
    title='Heel raise on two legs',
    shows='A person stands with both hands on a wall. Both heels rise, stay, and come down.',
    poses={
        'stand': Pose(
            name='stand',
            angles={'lean': 4.0, 'near_hip': 4.0,},
            pins={'near_ball': Spot(),},
            reach={
                'far_ball': Spot(x=0.05, y=0.01),
                'near_hand': Spot(x=0.272, y=0.76),
                'far_hand': Spot(x=0.272, y=0.79),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0, 'near_hand': 70.0, 'far_hand': 70.0,},
        ),
        'risen': Pose(
            name='risen',
            angles={'lean': 4.0, 'near_hip': 4.0, 'near_toes': 45.0, 'far_toes': 45.0,},
            pins={'near_ball': Spot(),},
            reach={
                'far_ball': Spot(x=0.05, y=0.01),
                'near_hand': Spot(x=0.272, y=0.76),
                'far_hand': Spot(x=0.272, y=0.79),
            },
            level={'near_sole': -45.0, 'far_sole': -45.0, 'near_hand': 62.0, 'far_hand': 62.0,},
        ),
    },
    start='stand',
    moves={
        'rise': Action(poses=('risen',)),
        'stay': Action(poses=('risen',)),
        'lower': Action(poses=('stand',)),
    },
    works=Muscle.CALF,
    scenery=(Item(thing=Thing.FLOOR), Item(thing=Thing.WALL, at=Spot(x=0.305)),),
)
