"""Packed from routines/figures/wall-stretch-bent.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 2205567375
FIGURE = Figure(
    name='wall-stretch-bent',
    title='Wall stretch, knee bent',
    shows='A person leans to a wall, one foot forward. The back knee is bent, the back heel flat.',
    poses={
        'stand': Pose(
            name='stand',
            angles={'lean': 8.0,},
            pins={'hip': Spot(x=0.155, y=0.505),},
            reach={
                'near_heel': Spot(),
                'far_heel': Spot(x=0.265),
                'near_hand': Spot(x=0.43, y=0.7),
                'far_hand': Spot(x=0.43, y=0.74),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0, 'near_hand': 70.0, 'far_hand': 70.0,},
        ),
        'bent': Pose(
            name='bent',
            angles={'lean': 14.0,},
            pins={'hip': Spot(x=0.035, y=0.425),},
            reach={
                'near_heel': Spot(),
                'far_heel': Spot(x=0.265),
                'near_hand': Spot(x=0.43, y=0.7),
                'far_hand': Spot(x=0.43, y=0.74),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0, 'near_hand': 70.0, 'far_hand': 70.0,},
        ),
    },
    start='stand',
    moves={'hold': Action(poses=('bent',)),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.WALL, at=Spot(x=0.46)),
        Item(thing=Thing.ARROW, through=(Spot(x=-0.12, y=0.24), Spot(x=-0.12, y=0.02),)),
    ),
)
