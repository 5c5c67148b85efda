"""Packed from routines/figures/hamstring-seated.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, Spot, Thing

SUM = 3147569010
FIGURE = Figure(
    name='hamstring-seated',
    title='Hamstring stretch, seated',
    shows='A person sits with one leg out straight and leans forward from the hips.',
    poses={
        'eased': Pose(
            name='eased',
            angles={'lean': 2.0, 'near_ankle': 0.0,},
            pins={'hip': Spot(x=0.04, y=0.325),},
            reach={
                'near_heel': Spot(x=0.445, y=0.01),
                'far_heel': Spot(x=0.2),
                'near_hand': Spot(on='far_thigh', along=0.7),
                'far_hand': Spot(on='far_thigh', along=0.8),
            },
            level={'far_sole': 0.0,},
        ),
        'leaned': Pose(
            name='leaned',
            angles={'lean': 46.0, 'near_ankle': 12.0, 'head': -12.0,},
            pins={'hip': Spot(x=0.04, y=0.325),},
            reach={
                'near_hand': Spot(on='near_shin', along=0.25),
                'far_hand': Spot(on='near_shin', along=0.2),
                'near_heel': Spot(x=0.445, y=0.01),
                'far_heel': Spot(x=0.2),
            },
            level={'far_sole': 0.0,},
        ),
    },
    start='eased',
    moves={'hold': Action(poses=('leaned',)), 'ease': Action(poses=('eased',)),},
    works=Muscle.HAMSTRING,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.STOOL, at=Spot(y=0.25), size=(0.3, 0.0,)),
    ),
)
