"""Packed from routines/figures/wall-stretch-straight.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 3712430981
FIGURE = Figure(
    name='wall-stretch-straight',
    title='Wall stretch, knee straight',
    shows='A person leans to a wall, one foot forward. The back knee is straight, the back heel flat.',
    poses={
        'eased': Pose(
            name='eased',
            angles={'lean': 12.0,},
            pins={'hip': Spot(x=0.18, y=0.5),},
            reach={
                'near_heel': Spot(),
                'far_heel': Spot(x=0.32),
                'near_hand': Spot(x=0.595, y=0.72),
                'far_hand': Spot(x=0.595, y=0.76),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0, 'near_hand': 70.0, 'far_hand': 70.0,},
        ),
        'leaned': Pose(
            name='leaned',
            angles={'lean': 26.0,},
            pins={'hip': Spot(x=0.275, y=0.47),},
            reach={
                'near_heel': Spot(),
                'far_heel': Spot(x=0.32),
                'near_hand': Spot(x=0.595, y=0.72),
                'far_hand': Spot(x=0.595, y=0.76),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0, 'near_hand': 70.0, 'far_hand': 70.0,},
        ),
    },
    start='eased',
    moves={'hold': Action(poses=('leaned',)), 'ease': Action(poses=('eased',)),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.WALL, at=Spot(x=0.625)),
        Item(thing=Thing.ARROW, through=(Spot(x=-0.12, y=0.24), Spot(x=-0.12, y=0.02),)),
    ),
)
