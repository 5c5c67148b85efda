"""Whether the diary's folder is one that several machines share: on a network, or kept alike by a sync program.

SQLite's write-ahead log needs memory that all its readers share, which a network has not; and a sync program copies
the database and its log at two moments, which do not fit together. There the older journal is right.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_SERVICES: Final = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "googledrive": "Google Drive",
    "mydrive": "Google Drive",
    "drivefs": "Google Drive",
    "iclouddrive": "iCloud",
    "mobiledocuments": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "syncthing": "Syncthing",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "megasync": "MEGA",
    "boxsync": "Box",
    "protondrive": "Proton Drive",
    "seafile": "Seafile",
    "seadrive": "Seafile",
    "resiliosync": "Resilio Sync",
    "btsync": "Resilio Sync",
    "yandexdisk": "Yandex Disk",
    "yandex.disk": "Yandex Disk",
    "tresorit": "Tresorit",
    "synologydrive": "Synology Drive",
    "cloudstorage": "a cloud",
}
"""Folders by their names, in small letters and without spaces, and whose they are."""

_ACCOUNT: Final = "(_-"
"""What comes before the account in a folder's name, as in `OneDrive - Contoso` and `Dropbox (Personal)`."""

_MARKS: Final = (
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".tmp.drivedownload", "Google Drive"),
    (".seafile-data", "Seafile"),
)
"""What sync programs leave in the folder that they keep, and in no other."""

_NETWORKS: Final = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|ncpfs|9p|afs|coda|ceph|lustre|glusterfs|davfs\d?|vboxsf|vmhgfs|prl_fs|virtiofs"
    r"|fuse\.(sshfs|rclone|davfs\d?|glusterfs|vmhgfs-fuse|s3fs|gcsfuse|smbnetfs|curlftpfs|onedriver|google-drive-ocamlfuse)"
)
_MOUNTS = Path("/proc/self/mountinfo")


def sync_service(folder: Path) -> str:
    """The program that keeps this folder alike on several machines; "" where none is known to."""
    real = _real(folder)
    above = (real, *real.parents)
    for one in above:
        if service := _SERVICES.get(_bare(one.name), ""):
            return service
    return next((service for one in above for mark, service in _MARKS if _is_there(one / mark)), "")


def on_network(folder: Path) -> bool:
    """Whether the folder lies on another machine's disk, as far as that can be known without asking the network."""
    real = _real(folder)
    if sys.platform == "win32":
        import ctypes

        drive = real.drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == 4  # noqa: PLR2004 - DRIVE_REMOTE
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:  # no Linux: SQLite says it by failing
        return False
    return bool(_NETWORKS.fullmatch(_file_system(real, mounts.splitlines())))


def _file_system(real: Path, mounts: Iterable[str]) -> str:
    """The type of the file system that a folder lies on."""
    best, found = -1, ""
    for line in mounts:
        fields, _dash, rest = line.partition(" - ")
        where = re.sub(r"\\(\d{3})", lambda match: chr(int(match[1], 8)), fields.split(" ")[4]) if fields else "/"
        if len(where) >= best and (real == Path(where) or Path(where) in real.parents):
            best, found = len(where), rest.partition(" ")[0]
    return found


def _bare(name: str) -> str:
    """A folder's name without the account behind it."""
    end = min((at for mark in _ACCOUNT if (at := name.find(mark)) > 0), default=len(name))
    return name[:end].replace(" ", "").casefold()


def _is_there(mark: Path) -> bool:
    """Whether a mark is there; a home folder has the settings of a sync program by the same name, which is no mark."""
    try:
        return mark.exists() and not (mark.parent == Path.home() and mark.name == ".dropbox")
    except (OSError, RuntimeError):
        return False


def _real(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        return folder
