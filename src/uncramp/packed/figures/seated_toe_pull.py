"""Packed from routines/figures/seated-toe-pull.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 1157327151
FIGURE = Figure(
    name='seated-toe-pull',
    title='Toe pull, seated',
    shows='A person sits with one leg straight. The hands draw the toes toward the shin.',
    poses={
        'rest': Pose(
            name='rest',
            angles={'lean': 12.0, 'back': 8.0, 'head': 8.0, 'near_ankle': -25.0,},
            pins={'hip': Spot(x=0.12, y=0.325),},
            reach={
                'near_heel': Spot(x=0.535, y=0.02),
                'far_heel': Spot(x=0.3),
                'near_hand': Spot(on='near_thigh', along=0.8),
                'far_hand': Spot(on='near_thigh', along=0.9),
            },
            level={'far_sole': 0.0,},
        ),
        'pulled': Pose(
            name='pulled',
            angles={'lean': 44.0, 'back': 30.0, 'head': 10.0, 'near_ankle': 20.0,},
            pins={'hip': Spot(x=0.12, y=0.325),},
            reach={
                'near_hand': Spot(on='near_toes'),
                'far_hand': Spot(on='near_toes'),
                'near_heel': Spot(x=0.535, y=0.02),
                'far_heel': Spot(x=0.3),
            },
            level={'far_sole': 0.0,},
        ),
    },
    start='rest',
    moves={'pull': Action(poses=('pulled',)), 'ease': Action(poses=('rest',)),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.STOOL, at=Spot(x=0.12, y=0.25), size=(0.3, 0.0,)),
    ),
)
