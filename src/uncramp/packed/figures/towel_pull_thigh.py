"""Packed from routines/figures/towel-pull-thigh.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 4066613460
FIGURE = Figure(
    name='towel-pull-thigh',
    title='Towel pull for the back of the thigh',
    shows='A person sits with one leg straight. A towel round the foot draws the toes to the shin; the back of the thigh pulls.',
    poses={
        'rest': Pose(
            name='rest',
            angles={
                'lean': 14.0,
                'back': 14.0,
                'head': 4.0,
                'near_ankle': -34.0,
                'far_ankle': -10.0,
            },
            pins={'hip': Spot(x=0.12, y=0.085),},
            reach={
                'near_ankle': Spot(x=0.59, y=0.065),
                'far_heel': Spot(x=0.5),
                'near_hand': Spot(x=0.44, y=0.24),
                'far_hand': Spot(x=0.46, y=0.26),
            },
        ),
        'pulled': Pose(
            name='pulled',
            angles={'lean': -10.0, 'back': 6.0, 'head': 6.0, 'near_ankle': 26.0, 'far_ankle': -10.0,},
            pins={'hip': Spot(x=0.12, y=0.085),},
            reach={
                'near_hand': Spot(x=0.25, y=0.29),
                'far_hand': Spot(x=0.27, y=0.31),
                'near_ankle': Spot(x=0.59, y=0.065),
                'far_heel': Spot(x=0.5),
            },
        ),
    },
    start='rest',
    moves={
        'pull': Action(poses=('pulled',)),
        'hold': Action(poses=('pulled',)),
        'ease': Action(poses=('rest',)),
        'let go': Action(poses=('rest',)),
    },
    works=Muscle.HAMSTRING,
    scenery=(
        Item(thing=Thing.BED, at=Spot(x=0.31), size=(0.84, 0.05,)),
        Item(thing=Thing.WALL, at=Spot(x=-0.06), size=(0.04, 0.5,), flip=True),
        Item(thing=Thing.PILLOW, at=Spot(x=-0.005, y=0.21), size=(0.36, 0.09,), turn=88.0),
        Item(
            thing=Thing.TOWEL,
            size=(0.0, 0.024,),
            through=(Spot(on='near_hand'), Spot(on='near_ball'), Spot(on='far_hand'),),
        ),
    ),
)
