"""Packed from routines/figures/toe-heel-roll.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 888026332
FIGURE = Figure(
    name='toe-heel-roll',
    title='Toe to heel roll',
    shows='A person stands, holds on, and rolls from the toes to the heels. Then the weight goes from foot to foot.',
    poses={
        'stand': Pose(
            name='stand',
            angles={'lean': 4.0, 'near_hip': 4.0,},
            pins={'near_ball': Spot(),},
            reach={
                'far_ball': Spot(x=0.05, y=0.01),
                'near_hand': Spot(x=0.272, y=0.74),
                'far_hand': Spot(x=0.272, y=0.77),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0, 'near_hand': 70.0, 'far_hand': 70.0,},
        ),
        'on-toes': Pose(
            name='on-toes',
            angles={'lean': 8.0, 'near_hip': 2.0, 'near_toes': 52.0, 'far_toes': 52.0,},
            pins={'near_ball': Spot(),},
            reach={
                'far_ball': Spot(x=0.05, y=0.01),
                'near_hand': Spot(x=0.272, y=0.74),
                'far_hand': Spot(x=0.272, y=0.77),
            },
            level={'near_sole': -52.0, 'far_sole': -52.0, 'near_hand': 62.0, 'far_hand': 62.0,},
        ),
        'on-heels': Pose(
            name='on-heels',
            angles={'lean': 24.0, 'near_hip': 32.0,},
            pins={'near_heel': Spot(x=-0.14),},
            reach={
                'far_heel': Spot(x=-0.09, y=0.01),
                'near_hand': Spot(x=0.272, y=0.74),
                'far_hand': Spot(x=0.272, y=0.77),
            },
            level={'near_sole': 34.0, 'far_sole': 34.0, 'near_hand': 70.0, 'far_hand': 70.0,},
        ),
        'near-down': Pose(
            name='near-down',
            angles={'lean': 4.0, 'near_hip': 4.0, 'far_toes': 45.0,},
            pins={'hip': Spot(x=-0.1, y=0.525),},
            reach={
                'near_ball': Spot(),
                'far_ball': Spot(x=0.05, y=0.005),
                'near_hand': Spot(x=0.272, y=0.74),
                'far_hand': Spot(x=0.272, y=0.77),
            },
            level={'near_sole': 0.0, 'far_sole': -45.0, 'near_hand': 70.0, 'far_hand': 70.0,},
        ),
        'far-down': Pose(
            name='far-down',
            angles={'lean': 4.0, 'near_hip': 4.0, 'near_toes': 45.0,},
            pins={'hip': Spot(x=-0.06, y=0.525),},
            reach={
                'near_ball': Spot(y=0.005),
                'far_ball': Spot(x=0.05),
                'near_hand': Spot(x=0.272, y=0.74),
                'far_hand': Spot(x=0.272, y=0.77),
            },
            level={'near_sole': -45.0, 'far_sole': 0.0, 'near_hand': 70.0, 'far_hand': 70.0,},
        ),
    },
    start='stand',
    moves={
        'roll': Action(poses=('on-heels', 'on-toes',), every=4000),
        'step': Action(poses=('near-down', 'far-down',), every=3000),
    },
    works=Muscle.CALF,
    scenery=(Item(thing=Thing.FLOOR), Item(thing=Thing.WALL, at=Spot(x=0.305)),),
)
