"""Packed from routines/figures/calf-rub.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 2457161102
FIGURE = Figure(
    name='calf-rub',
    title='Calf rub',
    shows='A person sits. A flat hand strokes the calf from the ankle to the knee, and is lifted on its way back.',
    poses={
        'low': Pose(
            name='low',
            angles={'lean': 49.0, 'back': 26.0, 'head': 2.0, 'near_ankle': 4.0,},
            pins={'hip': Spot(x=0.12, y=0.325),},
            reach={
                'near_heel': Spot(x=0.53, y=0.02),
                'far_heel': Spot(x=0.24),
                'near_hand': Spot(on='near_calf', along=0.86, out=-0.02),
                'far_hand': Spot(on='near_thigh', along=0.98, out=0.01),
            },
            level={'far_sole': 0.0, 'near_hand': -60.0,},
        ),
        'high': Pose(
            name='high',
            angles={'lean': 32.0, 'back': 22.0, 'head': 2.0, 'near_ankle': 4.0,},
            pins={'hip': Spot(x=0.12, y=0.325),},
            reach={
                'near_hand': Spot(on='near_calf', along=0.1, out=-0.02),
                'near_heel': Spot(x=0.53, y=0.02),
                'far_heel': Spot(x=0.24),
                'far_hand': Spot(on='near_thigh', along=0.98, out=0.01),
            },
            level={'far_sole': 0.0, 'near_hand': -60.0,},
        ),
        'away': Pose(
            name='away',
            angles={'lean': 38.0, 'back': 22.0, 'head': 2.0, 'near_ankle': 4.0,},
            pins={'hip': Spot(x=0.12, y=0.325),},
            reach={
                'near_hand': Spot(on='near_shin', along=0.55, out=0.11),
                'near_heel': Spot(x=0.53, y=0.02),
                'far_heel': Spot(x=0.24),
                'far_hand': Spot(on='near_thigh', along=0.98, out=0.01),
            },
            level={'far_sole': 0.0, 'near_hand': -40.0,},
        ),
    },
    start='low',
    moves={'rub': Action(poses=('high', 'away', 'low',), every=3000),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.STOOL, at=Spot(x=0.1, y=0.25), size=(0.26, 0.0,)),
    ),
)
