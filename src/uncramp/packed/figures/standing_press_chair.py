"""Packed from routines/figures/standing-press-chair.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 1856285001
FIGURE = Figure(
    name='standing-press-chair',
    title='Standing press at a chair',
    shows='A person holds a chair and presses one heel to the floor.',
    poses={
        'eased': Pose(
            name='eased',
            angles={'lean': 8.0, 'near_toes': 42.0,},
            pins={'hip': Spot(x=0.06, y=0.505),},
            reach={
                'near_ball': Spot(x=-0.02, y=0.005),
                'far_heel': Spot(x=0.1),
                'near_hand': Spot(x=0.29, y=0.65),
                'far_hand': Spot(x=0.3, y=0.65),
            },
            level={'near_sole': -42.0, 'far_sole': 0.0,},
        ),
        'pressed': Pose(
            name='pressed',
            angles={'lean': 4.0, 'near_toes': 0.0, 'far_toes': 40.0,},
            pins={'hip': Spot(x=-0.03, y=0.525),},
            reach={
                'near_ball': Spot(x=-0.02),
                'far_ball': Spot(x=0.2, y=0.005),
                'near_hand': Spot(x=0.29, y=0.65),
                'far_hand': Spot(x=0.3, y=0.65),
            },
            level={'near_sole': 0.0, 'far_sole': -40.0,},
        ),
    },
    start='eased',
    moves={'press': Action(poses=('pressed',)),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(x=0.42, y=0.25), size=(0.26, 0.38,)),
        Item(thing=Thing.ARROW, through=(Spot(x=-0.23, y=0.24), Spot(x=-0.23, y=0.02),)),
    ),
)
