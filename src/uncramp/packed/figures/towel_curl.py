"""Packed from routines/figures/towel-curl.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, SkeletonKind, Spot, Thing

SUM = 1138368613
FIGURE = Figure(
    name='towel-curl',
    title='Towel curl',
    shows='A foot, close up, on a towel. The toes pull the towel closer and let it go.',
    skeleton=SkeletonKind.FOOT,
    poses={
        'flat': Pose(
            name='flat',
            angles={'shin': -8.0, 'toes': 14.0, 'tips': 4.0,},
            pins={'heel': Spot(y=0.075),},
            level={'sole': 0.0,},
        ),
        'curled': Pose(
            name='curled',
            angles={'shin': -8.0, 'toes': -54.0, 'tips': -76.0,},
            pins={'heel': Spot(y=0.075),},
            level={'sole': 13.0,},
            things={
                'end': Spot(x=0.52),
                'fold': Spot(x=0.46, y=0.1),
                'crease': Spot(x=0.48, y=0.15),
            },
        ),
    },
    start='flat',
    moves={'curl': Action(poses=('curled',)), 'let go': Action(poses=('flat',)),},
    works=Muscle.ARCH,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(thing=Thing.PACK, at=Spot(x=0.5, y=0.035), size=(0.26, 0.07,), name='fold'),
        Item(thing=Thing.PACK, at=Spot(x=0.5, y=0.035), size=(0.18, 0.07,), name='crease'),
        Item(thing=Thing.TOWEL, at=Spot(x=0.3), size=(0.8, 0.07,)),
        Item(thing=Thing.TOWEL, at=Spot(x=0.9), size=(0.8, 0.07,), name='end'),
    ),
)
