"""Packed from routines/figures/seated-heel-toe-raise.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 3525078502
FIGURE = Figure(
    name='seated-heel-toe-raise',
    title='Heel and toe raise, seated',
    shows='A person sits with both feet on the floor. The heels rise and come down, or the toes do.',
    poses={
        'flat': Pose(
            name='flat',
            angles={'lean': -2.0, 'head': 10.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_ball': Spot(x=0.35),
                'far_ball': Spot(x=0.41),
                'near_hand': Spot(on='near_thigh', along=0.5),
                'far_hand': Spot(on='far_thigh', along=0.6),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
        'heels': Pose(
            name='heels',
            angles={'lean': -2.0, 'head': 10.0, 'near_toes': 42.0, 'far_toes': 32.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_ball': Spot(x=0.35),
                'far_ball': Spot(x=0.41),
                'near_hand': Spot(on='near_thigh', along=0.5),
                'far_hand': Spot(on='far_thigh', along=0.6),
            },
            level={'near_sole': -42.0, 'far_sole': -32.0,},
        ),
        'toes': Pose(
            name='toes',
            angles={'lean': -2.0, 'head': 10.0, 'near_toes': 30.0, 'far_toes': 25.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.24),
                'far_heel': Spot(x=0.3),
                'near_hand': Spot(on='near_thigh', along=0.5),
                'far_hand': Spot(on='far_thigh', along=0.6),
            },
            level={'near_sole': 38.0, 'far_sole': 38.0,},
        ),
    },
    start='flat',
    moves={
        'heels up': Action(poses=('heels',), works=Muscle.CALF),
        'heels down': Action(poses=('flat',), works=Muscle.CALF),
        'toes up': Action(poses=('toes',), works=Muscle.SHIN),
        'toes down': Action(poses=('flat',), works=Muscle.SHIN),
        'rise': Action(poses=('heels',)),
        'stay': Action(poses=('heels',)),
        'lower': Action(poses=('flat',)),
    },
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(y=0.25), size=(0.26, 0.3,)),
    ),
)
