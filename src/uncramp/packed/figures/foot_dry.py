"""Packed from routines/figures/foot-dry.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Pose, Spot, Thing

SUM = 4139174790
FIGURE = Figure(
    name='foot-dry',
    title='Drying the feet',
    shows='A person sits and dries the feet with a towel.',
    poses={
        'low': Pose(
            name='low',
            angles={'lean': 42.0, 'back': 26.0, 'head': 4.0, 'near_ankle': -10.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_heel': Spot(x=0.5, y=0.18),
                'far_heel': Spot(x=0.2),
                'near_hand': Spot(on='near_instep', along=0.9),
                'far_hand': Spot(on='near_toes'),
            },
            level={'far_sole': 0.0,},
        ),
        'high': Pose(
            name='high',
            angles={'lean': 34.0, 'back': 26.0, 'head': 4.0, 'near_ankle': -10.0,},
            pins={'hip': Spot(y=0.325),},
            reach={
                'near_hand': Spot(on='near_instep', along=0.1),
                'far_hand': Spot(on='near_instep', along=0.3),
                'near_heel': Spot(x=0.5, y=0.18),
                'far_heel': Spot(x=0.2),
            },
            level={'far_sole': 0.0,},
        ),
    },
    start='low',
    moves={'dry': Action(poses=('high', 'low',), every=1500),},
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.CHAIR, at=Spot(y=0.25), size=(0.28, 0.34,)),
        Item(thing=Thing.STOOL, at=Spot(x=0.5, y=0.17), size=(0.2, 0.0,)),
        Item(
            thing=Thing.TOWEL,
            size=(0.0, 0.06,),
            through=(
                Spot(on='near_hand'),
                Spot(on='near_fingertips'),
                Spot(on='far_fingertips'),
                Spot(on='far_hand'),
            ),
            front=True,
        ),
    ),
)
