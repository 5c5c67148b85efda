"""Packed from routines/figures/ankle-circle.yaml by `python -m uncramp.files.packing`: don't edit."""

from uncramp.figures.figure import Action, Figure, Item, Muscle, Pose, SkeletonKind, Spot, Thing

SUM = 987781818
FIGURE = Figure(
    name='ankle-circle',
    title='Ankle circle',
    shows='A foot, close up and lifted from the floor. The toes draw a big, slow circle.',
    skeleton=SkeletonKind.FOOT,
    poses={
        'down': Pose(
            name='down',
            angles={'shin': -40.0,},
            pins={'knee': Spot(x=-0.47, y=1.1),},
            level={'sole': 0.0,},
        ),
        'down-out': Pose(
            name='down-out',
            angles={'shin': -56.0,},
            pins={'knee': Spot(x=-0.47, y=1.1),},
            level={'sole': 8.0,},
        ),
        'out': Pose(
            name='out',
            angles={'shin': -62.0,},
            pins={'knee': Spot(x=-0.47, y=1.1),},
            level={'sole': 27.0,},
        ),
        'up-out': Pose(
            name='up-out',
            angles={'shin': -56.0,},
            pins={'knee': Spot(x=-0.47, y=1.1),},
            level={'sole': 46.0,},
        ),
        'up': Pose(
            name='up',
            angles={'shin': -40.0,},
            pins={'knee': Spot(x=-0.47, y=1.1),},
            level={'sole': 54.0,},
        ),
        'up-in': Pose(
            name='up-in',
            angles={'shin': -24.0,},
            pins={'knee': Spot(x=-0.47, y=1.1),},
            level={'sole': 46.0,},
        ),
        'in': Pose(
            name='in',
            angles={'shin': -18.0,},
            pins={'knee': Spot(x=-0.47, y=1.1),},
            level={'sole': 27.0,},
        ),
        'down-in': Pose(
            name='down-in',
            angles={'shin': -24.0,},
            pins={'knee': Spot(x=-0.47, y=1.1),},
            level={'sole': 8.0,},
        ),
    },
    start='down',
    moves={
        'circle': Action(
            poses=('down-out', 'out', 'up-out', 'up', 'up-in', 'in', 'down-in', 'down',),
            every=2000,
        ),
        'circle back': Action(
            poses=('down-in', 'in', 'up-in', 'up', 'up-out', 'out', 'down-out', 'down',),
            every=2000,
        ),
    },
    works=Muscle.CALF,
    scenery=(
        Item(thing=Thing.FLOOR),
        Item(
            thing=Thing.TOWEL,
            size=(0.3, 0.03,),
            through=(
                Spot(x=0.67, y=0.4),
                Spot(x=0.81, y=0.63),
                Spot(x=0.84, y=0.94),
                Spot(x=0.72, y=1.13),
                Spot(x=0.55, y=1.09),
                Spot(x=0.46, y=0.91),
                Spot(x=0.48, y=0.64),
                Spot(x=0.55, y=0.41),
                Spot(x=0.67, y=0.4),
            ),
        ),
    ),
)
