"""Packed from routines/figures/seated-press.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 1303276833
FIGURE = Figure(
    name='seated-press',
    title='Foot press, seated',
    shows='A person sits and presses one whole foot to the floor, with both hands on the knee.',
    poses={
        'rest': Pose(
            name='rest',
            angles={'lean': 2.0, 'back': 4.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.24),
                'far_heel': Spot(x=0.1),
                'near_hand': Spot(on='near_thigh', along=0.9),
                'far_hand': Spot(on='near_thigh', along=0.8),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
        'pressed': Pose(
            name='pressed',
            angles={'lean': 38.0, 'back': 12.0, 'head': -8.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.24),
                'far_heel': Spot(x=0.1),
                'near_hand': Spot(on='near_thigh', along=0.9),
                'far_hand': Spot(on='near_thigh', along=0.8),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
    },
    start='rest',
    moves={'press': Action(poses=('pressed',)),},
    works=Muscle.ARCH,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(y=0.25), size=(0.28, 0.34,)),
        Item(thing=Thing.ARROW, through=(Spot(x=0.4, y=0.42), Spot(x=0.4, y=0.2),)),
    ),
)
