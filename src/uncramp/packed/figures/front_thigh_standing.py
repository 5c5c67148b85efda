"""Packed from routines/figures/front-thigh-standing.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 77840746
FIGURE = Figure(
    name='front-thigh-standing',
    title='Front thigh stretch, standing',
    shows='A person holds a chair. The other hand draws one heel toward the buttock.',
    poses={
        'stand': Pose(
            name='stand',
            angles={},
            pins={'hip': Spot(y=0.53),},
            reach={
                'near_heel': Spot(x=-0.06),
                'far_heel': Spot(x=-0.03),
                'near_hand': Spot(x=0.29, y=0.63),
                'far_hand': Spot(x=0.31, y=0.63),
            },
            level={'near_sole': 0.0, 'far_sole': 0.0,},
        ),
        'drawn': Pose(
            name='drawn',
            angles={
                'lean': 4.0,
                'near_hip': -15.0,
                'near_knee': 130.0,
                'near_ankle': -30.0,
                'near_fingers': 60.0,
            },
            pins={'hip': Spot(y=0.53),},
            reach={
                'near_knuckles': Spot(on='near_ankle'),
                'far_heel': Spot(x=-0.03),
                'far_hand': Spot(x=0.31, y=0.63),
            },
            level={'far_sole': 0.0,},
        ),
    },
    start='stand',
    moves={'hold': Action(poses=('drawn',)), 'ease': Action(poses=('stand',)),},
    works=Muscle.FRONT_THIGH,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(x=0.4, y=0.25), size=(0.2, 0.36,)),
    ),
)
