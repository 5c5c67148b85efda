"""Packed from routines/figures/tapping.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 3867773936
FIGURE = Figure(
    name='tapping',
    title='Tapping',
    shows='A person sits. Loose fingers tap the calf lightly.',
    poses={
        'away': Pose(
            name='away',
            angles={'lean': 44.0, 'back': 26.0, 'head': 4.0, 'near_fingers': -10.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.3, y=0.01),
                'far_heel': Spot(x=0.36),
                'near_knuckles': Spot(on='near_calf', along=0.4, out=0.1),
                'far_hand': Spot(on='far_shin', along=0.15, out=0.01),
            },
            level={'near_sole': 8.0, 'far_sole': 0.0, 'near_hand': -35.0, 'far_hand': -20.0,},
        ),
        'low': Pose(
            name='low',
            angles={'lean': 44.0, 'back': 26.0, 'head': 4.0, 'near_fingers': 10.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_knuckles': Spot(on='near_calf', along=0.62, out=-0.012),
                'near_heel': Spot(x=0.3, y=0.01),
                'far_heel': Spot(x=0.36),
                'far_hand': Spot(on='far_shin', along=0.15, out=0.01),
            },
            level={'near_sole': 8.0, 'far_sole': 0.0, 'near_hand': -20.0, 'far_hand': -20.0,},
        ),
        'high': Pose(
            name='high',
            angles={'lean': 44.0, 'back': 26.0, 'head': 4.0, 'near_fingers': 10.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_knuckles': Spot(on='near_calf', along=0.3, out=-0.012),
                'near_heel': Spot(x=0.3, y=0.01),
                'far_heel': Spot(x=0.36),
                'far_hand': Spot(on='far_shin', along=0.15, out=0.01),
            },
            level={'near_sole': 8.0, 'far_sole': 0.0, 'near_hand': -20.0, 'far_hand': -20.0,},
        ),
    },
    start='away',
    moves={'tap': Action(poses=('low', 'away', 'high', 'away',), every=2000),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.BED, at=Spot(x=-0.09, y=0.25), size=(0.26, 0.07,)),
    ),
)
