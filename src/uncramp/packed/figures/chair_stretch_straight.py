"""Packed from routines/figures/chair-stretch-straight.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 2151151351
FIGURE = Figure(
    name='chair-stretch-straight',
    title='Calf stretch at a chair',
    shows='A person holds a chair, one foot forward. The back knee is straight, the back heel flat.',
    poses={
        'eased': Pose(
            name='eased',
            angles={'lean': 12.0,},
            pins={'hip': Spot(x=0.18, y=0.5),},
            reach={
                'near_heel': Spot(),
                'far_heel': Spot(x=0.32),
                'near_hand': Spot(x=0.575, y=0.65),
                'far_hand': Spot(x=0.58, y=0.65),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
        'leaned': Pose(
            name='leaned',
            angles={'lean': 26.0,},
            pins={'hip': Spot(x=0.275, y=0.47),},
            reach={
                'near_heel': Spot(),
                'far_heel': Spot(x=0.32),
                'near_hand': Spot(x=0.575, y=0.65),
                'far_hand': Spot(x=0.58, y=0.65),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
    },
    start='eased',
    moves={'hold': Action(poses=('leaned',)), 'ease': Action(poses=('eased',)),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(x=0.71, y=0.25), size=(0.26, 0.38,)),
        Item(thing=Thing.ARROW, through=(Spot(x=-0.12, y=0.24), Spot(x=-0.12, y=0.02),)),
    ),
)
