"""Packed from routines/figures/upward-strokes.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 2890292863
FIGURE = Figure(
    name='upward-strokes',
    title='Upward strokes',
    shows='A person sits. Flat hands stroke one leg from the ankle to the knee.',
    poses={
        'low': Pose(
            name='low',
            angles={'lean': 36.0, 'back': 22.0, 'head': 4.0, 'near_ankle': -10.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.5, y=0.2),
                'far_heel': Spot(x=0.2),
                'near_hand': Spot(on='near_calf', along=0.8),
                'far_hand': Spot(on='near_shin', along=0.75),
            },
            level={'far_sole': 0.0,},
        ),
        'high': Pose(
            name='high',
            angles={'lean': 12.0, 'back': 10.0, 'head': 4.0, 'near_ankle': -10.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_hand': Spot(on='near_calf', along=0.1),
                'far_hand': Spot(on='near_shin', along=0.05),
                'near_heel': Spot(x=0.5, y=0.2),
                'far_heel': Spot(x=0.2),
            },
            level={'far_sole': 0.0,},
        ),
        'away': Pose(
            name='away',
            angles={'lean': 26.0, 'back': 18.0, 'head': 4.0, 'near_ankle': -10.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_hand': Spot(on='near_shin', along=0.4, out=0.08),
                'far_hand': Spot(on='near_shin', along=0.4, out=0.1),
                'near_heel': Spot(x=0.5, y=0.2),
                'far_heel': Spot(x=0.2),
            },
            level={'far_sole': 0.0,},
        ),
    },
    start='low',
    moves={'stroke': Action(poses=('high', 'away', 'low',), every=4500),},
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(y=0.25), size=(0.28, 0.34,)),
        Item(thing=Thing.STOOL, at=Spot(x=0.55, y=0.19), size=(0.18, 0.0,)),
        Item(thing=Thing.ARROW, through=(Spot(x=0.45, y=0.07), Spot(x=0.3, y=0.2),)),
    ),
)
