"""Packed from routines/figures/standing-press.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 1285949685
FIGURE = Figure(
    name='standing-press',
    title='Standing press',
    shows='A person holds a wall and presses one heel to the floor.',
    poses={
        'eased': Pose(
            name='eased',
            angles={'lean': 8.0, 'near_toes': 42.0,},
            pins={'hip': Spot(x=0.06, y=0.505),},
            reach={
                'near_ball': Spot(x=-0.02, y=0.005),
                'far_heel': Spot(x=0.1),
                'near_hand': Spot(x=0.31, y=0.74),
                'far_hand': Spot(x=0.31, y=0.8),
            },
            level={'near_sole': -42.0, 'far_sole': 0.0, 'near_hand': 70.0, 'far_hand': 70.0,},
        ),
        'pressed': Pose(
            name='pressed',
            angles={'lean': 4.0, 'near_toes': 0.0, 'far_toes': 40.0,},
            pins={'hip': Spot(x=-0.03, y=0.525),},
            reach={
                'near_ball': Spot(x=-0.02),
                'far_ball': Spot(x=0.2, y=0.005),
                'near_hand': Spot(x=0.31, y=0.74),
                'far_hand': Spot(x=0.31, y=0.8),
            },
            level={'near_sole': 0.0, 'far_sole': -40.0, 'near_hand': 70.0, 'far_hand': 70.0,},
        ),
    },
    start='eased',
    moves={'press': Action(poses=('pressed',)),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.WALL, at=Spot(x=0.34)),
        Item(thing=Thing.ARROW, through=(Spot(x=-0.23, y=0.24), Spot(x=-0.23, y=0.02),)),
    ),
)
