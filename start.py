"""Start Dínamo: make its own environment beside this file, install what it needs, and run it.

    python3 start.py              open Dínamo in the browser (Windows: py start.py)
    python3 start.py test         install what the tests need and run them
    python3 start.py ARGUMENTS    what the command `dinamo` takes: demo, new, export …

Standard library only. The first lines also run on Pythons too old for the rest, to say so.
"""

import contextlib
import csv
import ctypes
import hashlib
import itertools
import json
import locale
import os
import re
import shutil
import signal
import subprocess
import sys
import time

NEEDED = (3, 11)
NEEDED_BYTES = 1_000_000_000
LANGUAGES = ("es", "en", "pt")
MESSAGES = {
    "old_python": (
        "Dínamo necesita Python {needed} o posterior; este es el {found}. Instalarlo desde "
        "python.org y volver a ejecutar esta orden con él.",
        "Dínamo needs Python {needed} or later; this one is {found}. Install it from python.org "
        "and run this command again with it.",
        "O Dínamo precisa do Python {needed} ou posterior; este é o {found}. Instalar a partir de "
        "python.org e executar este comando de novo com ele.",
    ),
    "other_python": (
        "Este Python es el {found}; se usa {other}.",
        "This Python is {found}; using {other}.",
        "Este Python é o {found}; usa-se {other}.",
    ),
    "first": (
        "Primera vez: se prepara Dínamo en {place}. Se descargan unos 200 MB; "
        "tarda de dos a cinco minutos y después abre en segundos, también sin internet.",
        "First time: preparing Dínamo in {place}. About 200 MB are downloaded; "
        "it takes two to five minutes, and later opens in seconds, also without internet.",
        "Primeira vez: o Dínamo é preparado em {place}. São baixados uns 200 MB; "
        "leva de dois a cinco minutos e depois abre em segundos, também sem internet.",
    ),
    "update": (
        "Se instala lo que falta.",
        "Installing what is missing.",
        "Instalando o que falta.",
    ),
    "repair": (
        "La instalación quedó a medias o se dañó: se hace de nuevo en {place}.",
        "The installation was interrupted or damaged: doing it again in {place}.",
        "A instalação foi interrompida ou se danificou: refazendo em {place}.",
    ),
    "foreign": (
        "{found} no es de Dínamo y queda como está: Dínamo se prepara en {place}.",
        "{found} is not Dínamo's and stays as it is: Dínamo is prepared in {place}.",
        "{found} não é do Dínamo e fica como está: o Dínamo é preparado em {place}.",
    ),
    "waiting": (
        "Otra ventana está preparando Dínamo: se espera a que termine. Si no hay otra, "
        "interrumpir con Ctrl+C y borrar {lock}",
        "Another window is preparing Dínamo: waiting until it is done. If there is no other, "
        "interrupt with Ctrl+C and delete {lock}",
        "Outra janela está preparando o Dínamo: espera-se até que termine. Se não há outra, "
        "interromper com Ctrl+C e apagar {lock}",
    ),
    "gone": (
        "Hay piezas que ya no se usan: se prepara Dínamo de nuevo en {place}.",
        "Some pieces are used no more: preparing Dínamo again in {place}.",
        "Há peças que não são mais usadas: prepara-se o Dínamo de novo em {place}.",
    ),
    "read_only": (
        "En esta carpeta no se puede escribir: Dínamo se prepara en {place}.",
        "This folder cannot be written to: Dínamo is prepared in {place}.",
        "Não é possível gravar nesta pasta: o Dínamo é preparado em {place}.",
    ),
    "nowhere": (
        "No se puede escribir en {place}: copiar esta carpeta al escritorio y repetir allí.",
        "{place} cannot be written to: copy this folder to the desktop and repeat it there.",
        "Não é possível gravar em {place}: copiar esta pasta para a área de trabalho e repetir lá.",
    ),
    "no_venv": (
        "A este Python le falta el módulo {module}. En Debian o Ubuntu: sudo apt install "
        "python{version}-venv. Después, ejecutar esta orden de nuevo.",
        "This Python lacks the module {module}. On Debian or Ubuntu: sudo apt install "
        "python{version}-venv. Then run this command again.",
        "Falta a este Python o módulo {module}. No Debian ou Ubuntu: sudo apt install "
        "python{version}-venv. Depois, executar este comando de novo.",
    ),
    "no_network": (
        "No hay conexión con el sitio de descargas: conectarse a internet y repetir esta orden.",
        "The download site cannot be reached: connect to the internet and repeat this command.",
        "Não há conexão com o site de downloads: conectar-se à internet e repetir este comando.",
    ),
    "no_wheel": (
        "Con este Python ({found}) no funciona: usar uno de 3.11 a 3.14 (64 bits), de python.org.",
        "It does not work with this Python ({found}): use a 64-bit 3.11 to 3.14 from python.org.",
        "Não funciona com este Python ({found}): usar um de 3.11 a 3.14 (64 bits), de python.org.",
    ),
    "no_space": (
        "El disco está lleno: liberar 1 GB y ejecutar esta orden de nuevo.",
        "The disk is full: free 1 GB and run this command again.",
        "O disco está cheio: liberar 1 GB e executar este comando de novo.",
    ),
    "altered": (
        "Algo cambió lo descargado en el camino y no se instaló: probar con otra conexión.",
        "Something changed the download on its way, so it was not installed: try another network.",
        "Algo alterou o download no caminho e ele não foi instalado: tentar com outra conexão.",
    ),
    "in_use": (
        "No se pudo reemplazar un archivo que está en uso: cerrar Dínamo y ejecutar de nuevo.",
        "A file in use could not be replaced: close Dínamo and run this command again.",
        "Não foi possível substituir um arquivo em uso: fechar o Dínamo e executar de novo.",
    ),
    "failed": (
        "La instalación no terminó. Ejecutar esta orden de nuevo; si se repite, enviar este "
        "archivo a quien da soporte: {log}",
        "The installation did not finish. Run this command again; if it happens again, send this "
        "file to whoever gives support: {log}",
        "A instalação não terminou. Executar este comando de novo; se repetir, enviar este "
        "arquivo a quem dá suporte: {log}",
    ),
    "percent": ("  {percent} %",) * 3,
    "unpacking": (
        "  Descomprimiendo; falta poco.",
        "  Unpacking; nearly there.",
        "  Descompactando; falta pouco.",
    ),
    "stopped": (
        "Interrumpido. Ejecutar esta orden de nuevo para seguir.",
        "Interrupted. Run this command again to go on.",
        "Interrompido. Executar este comando de novo para continuar.",
    ),
    "checks_failed": ("No pasó: {names}", "Did not pass: {names}", "Não passou: {names}"),
}


def language() -> str:
    """Return the language of the computer, Spanish when it is none of ours."""
    names = ("DINAMO_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = [os.environ.get(name, "") for name in names]
    if os.name == "nt":
        chosen.append(windows_language())
    for name in chosen:
        if name[:2].lower() in LANGUAGES:
            return name[:2].lower()
    return LANGUAGES[0]


def windows_language() -> str:
    """Return the language of Windows' own menus, such as es_PE."""
    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


def say(name: str, **values: object) -> None:
    """Print a message in the computer's language, whatever letters the window can show."""
    text = MESSAGES[name][LANGUAGES.index(language())].format(**values)
    encoding = sys.stdout.encoding or "ascii"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)


def use_newer_python() -> int:
    """Run this file with a newer Python of this computer, when it has one; else say what to do."""
    found = ".".join(str(number) for number in sys.version_info[:3])
    for minor in range(14, NEEDED[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other and subprocess.call([other, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            say("other_python", found=found, other=other)
            return subprocess.call([other, *sys.argv])
    say("old_python", needed=".".join(str(number) for number in NEEDED), found=found)
    return 1


if __name__ == "__main__" and sys.version_info < NEEDED:
    sys.exit(use_newer_python())


from collections.abc import Callable, Iterator  # noqa: E402 - from here on Python is new enough
from importlib.util import find_spec  # noqa: E402
from pathlib import Path  # noqa: E402

ROOT = Path(__file__).resolve().parent
WAIT_SECONDS = 0.5
COMMAND_PATH = "dinamo.pth"
CODE = (".py", ".so", ".pyd", ".dll", ".dylib")
LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "tests" / "requirements.lock"
FAULTS = (
    ("altered", r"DO NOT MATCH THE HASHES"),
    ("no_space", r"No space left|Errno 28\b|WinError 112|Errno 122\b|quota exceeded"),
    ("in_use", r"WinError 5|WinError 32|being used by another process"),
    ("no_network", r"NewConnectionError|NameResolution|ConnectTimeout|Connection broken|ReadTimeout"
     r"|ProxyError|SSLError|Max retries|Network is unreachable|Temporary failure|ConnectionError"
     r"|HTTP error|not enough bytes"),
    ("no_network", r"(?s)\A(?!.*(?:Downloading|Using cached|Processing) ).*versions: none"),
    ("no_wheel", r"No matching distribution|Could not find a version|not a supported wheel"),
)  # fmt: skip


class Stopped(Exception):
    """The environment could not be made: the name of the message that says why, and its values."""

    def __init__(self, name: str, **values: object) -> None:
        super().__init__(name)
        self.name = name
        self.values_named = values


def main(arguments: list[str]) -> int:
    """Prepare the environment and do what was asked; return the exit code."""
    is_test = arguments[:1] == ["test"]
    try:
        place = environment_folder()
        with told_from(place), alone(place):
            prepare(place, TEST_LOCK if is_test else LOCK)
    except Stopped as stop:
        say(stop.name, **stop.values_named)
        return 1
    except KeyboardInterrupt:
        say("stopped")
        return 130
    if is_test:
        return run_checks(place, arguments[1:])
    return hand_over([str(python(place)), "-P", "-m", "app", *arguments])


@contextlib.contextmanager
def told_from(place: Path) -> Iterator[None]:
    """Turn what the system refuses, such as one more file on a full disk, into what to do."""
    try:
        yield
    except OSError as error:
        raise stopped_by(f"{error!r}: {error}", place) from error


def stopped_by(output: str, place: Path) -> Stopped:
    """Return what to tell of what a failed step said, which its log keeps where there is room."""
    log = place / "install.log"
    with contextlib.suppress(OSError):
        log.write_text(output, encoding="utf-8")
    known = (name for name, pattern in FAULTS if re.search(pattern, output))
    return Stopped(next(known, "failed"), found=sys.version.split()[0], log=log)


def environment_folder() -> Path:
    """Return where the environment goes: beside this file, or with the person's data."""
    usual = ROOT / ".venv"
    is_free = is_writable(ROOT)
    if is_free and is_ours(usual) and is_writable(usual):
        return usual
    mark = hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
    place = data_folder() / f"venv-{mark}"
    if not is_writable(place):
        raise Stopped("nowhere", place=place)
    if not (place / "stamp.json").exists():
        say("foreign" if is_free else "read_only", place=place, found=usual)
    return place


def is_ours(place: Path) -> bool:
    """Say whether an environment may be cleared: there is nothing, or this file made it."""
    found = {path.name for path in place.iterdir()} if place.is_dir() else set()
    return not found or bool(found & {"stamp.json", "install.log"})


@contextlib.contextmanager
def alone(place: Path) -> Iterator[None]:
    """Have only one start at a time make the environment; the others wait and say so.

    The lock names its process, so that one left by a process that is gone can be taken over.
    """
    lock = place.with_name(f"{place.name}.lock")
    place.parent.mkdir(parents=True, exist_ok=True)
    is_told = False
    while not claim(lock):
        if not is_told:
            say("waiting", lock=lock)
            is_told = True
        time.sleep(WAIT_SECONDS)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def claim(lock: Path) -> bool:
    """Take the lock; False when somebody has it, or had it until now."""
    try:
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
    except PermissionError:  # Windows, while somebody takes the lock away
        return False
    except FileExistsError:
        return is_cleared(lock) and claim(lock)
    os.write(handle, str(os.getpid()).encode())
    os.close(handle)
    return True


def is_cleared(lock: Path) -> bool:
    """Clear away a lock that nobody holds; False when somebody does."""
    try:
        seen = lock.read_bytes()
        if is_held(lock):
            return False
        clear_away(lock, seen)
    except OSError:
        return False
    return True


def clear_away(lock: Path, seen: bytes) -> None:
    """Take away a lock that says what was seen; one that somebody took meanwhile stays."""
    mine = lock.with_name(f"{lock.name}-{os.getpid()}")
    lock.rename(mine)
    if mine.read_bytes() == seen:
        mine.unlink()
    else:
        mine.rename(lock)


def is_held(lock: Path) -> bool:
    """Say whether the process that a lock names still runs; one just made may not name it yet."""
    try:
        number = int(lock.read_text() or 0)
        age = time.time() - lock.stat().st_mtime
    except (OSError, ValueError):
        return lock.exists()
    return is_running(number) if number else age < 10 * WAIT_SECONDS


def is_running(number: int) -> bool:
    """Say whether a process of that number runs on this computer."""
    if os.name == "nt":
        asked = ["tasklist", "/nh", "/fo", "csv", "/fi", f"pid eq {number}"]
        answer = subprocess.run(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return f'"{number}"'.encode() in answer.stdout
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def data_folder() -> Path:
    """Return the person's folder for programs' data."""
    if os.environ.get("DINAMO_HOME"):
        return Path(os.environ["DINAMO_HOME"])
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "Dinamo"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Dinamo"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "Dinamo"


def is_writable(folder: Path) -> bool:
    """Say whether a file can really be written in a folder, made when missing."""
    probe = folder / f".dinamo-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def prepare(place: Path, lock: Path) -> None:
    """Make or mend the environment so that it holds exactly what `lock` names."""
    stamp = place / "stamp.json"
    wanted = {"lock": fingerprint(LOCK), "root": str(ROOT)}
    tests = {"tests": fingerprint(TEST_LOCK)} if lock == TEST_LOCK else {}
    found = read_stamp(stamp)
    is_whole = bool(found) and holds_every_file(own_packages(place))
    if is_whole and {**found, **wanted, **tests} == found:
        return
    had = set(str(found.get("pieces", "")).split())
    is_gone = not had <= pieces(LOCK) | pieces(TEST_LOCK)
    is_usable = is_whole and not is_gone
    is_begun = python(place).exists()
    name = "update" if is_usable else "gone" if is_whole else "repair" if is_begun else "first"
    say(name, place=place)
    stamp.unlink(missing_ok=True)
    if not is_usable:
        make_environment(place)
    install(place, lock)
    add_command(place)
    held = " ".join(sorted(pieces(lock) | (had if is_usable else set())))
    stamp.write_text(json.dumps({**wanted, **tests, "pieces": held}), encoding="utf-8")


def own_packages(place: Path) -> Path | None:
    """Return where an environment keeps what is installed; None when its Python does not run.

    A newer Python of the computer is no reason to install anew, which needs the internet.
    """
    asked = [str(python(place)), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    try:
        lines = run_lines(asked)
    except OSError:
        lines = []
    packages = Path(lines[0].rstrip("\r\n")).resolve() if lines[1:] == [OK] else place
    is_inside = packages.is_dir() and place.resolve() in packages.parents
    return packages if is_inside else None


def holds_every_file(packages: Path | None) -> bool:
    """Say whether all code that was installed is there in its full length."""
    if packages is None or not (packages / COMMAND_PATH).exists():
        return False
    return all(map(is_complete, packages.glob("*.dist-info/RECORD")))


def is_complete(record: Path) -> bool:
    """Say whether the code that one piece's list names is there in its full length."""
    packages = str(record.parent.parent)
    with record.open(encoding="utf-8", newline="") as listed:
        for name, _hash, size in csv.reader(listed):
            if size and name.endswith(CODE) and not name.startswith(".."):
                path = os.path.join(packages, name)  # noqa: PTH118 - ten thousand times at a start
                if not os.path.exists(path) or os.path.getsize(path) != int(size):  # noqa: PTH110, PTH202
                    return False
    return True


def pieces(lock: Path) -> set[str]:
    """Return the names of what a lock installs."""
    text = lock.read_text(encoding="utf-8") if lock.exists() else ""
    return set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))


def fingerprint(lock: Path) -> str:
    """Return what changes when a lock changes, whatever its line ends."""
    return hashlib.sha256(lock.read_text(encoding="utf-8").encode()).hexdigest()


def read_stamp(stamp: Path) -> dict[str, str]:
    """Return what the last finished installation noted; nothing when there was none."""
    try:
        found = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def make_environment(place: Path) -> None:
    """Make the environment with its own pip, in the place of any that is there."""
    for module in ("venv", "ensurepip"):
        if find_spec(module) is None:
            version = f"{sys.version_info[0]}.{sys.version_info[1]}"
            raise Stopped("no_venv", module=module, version=version)
    begin(place)
    command = [sys.executable, "-m", "venv", str(place)]
    lines = run_lines(command)
    if lines[-1:] != [OK]:
        raise stopped_by("".join(lines), place)


def begin(place: Path) -> None:
    """Empty the environment's folder and mark it as made here, however soon that is interrupted."""
    log = place / "install.log"
    try:
        place.mkdir(parents=True, exist_ok=True)
        log.touch()
        for found in place.iterdir():
            if found.is_dir() and not found.is_symlink():
                shutil.rmtree(found)
            elif found != log:
                found.unlink()
    except PermissionError as error:
        raise Stopped("in_use") from error
    if shutil.disk_usage(place).free < NEEDED_BYTES:
        raise Stopped("no_space")


def install(place: Path, lock: Path) -> None:
    """Install what the lock names, each file checked by its hash, and show how far it is."""
    command = [str(python(place)), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--no-input", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    command += ["--progress-bar", "off", "--requirement", str(lock)]
    lines = run_lines(command, progress(lock))
    if lines[-1:] != [OK]:
        raise stopped_by("".join(lines), place)


OK = "finished\n"


def run_lines(command: list[str], see: Callable[[str], object] = str) -> list[str]:
    """Run a command, show each line to `see`, and return all; the last is OK when it succeeded."""
    lines = []
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=clean_environment(),
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            see(line)
    return lines if process.returncode else [*lines, OK]


def progress(lock: Path) -> Callable[[str], None]:
    """Return what prints how many pieces of the lock pip has reached, at every fifth of them."""
    total = len(pieces(lock))
    reached = itertools.count(1)
    told = [0]

    def see(line: str) -> None:
        is_piece = line.startswith(("Collecting ", "Processing ", "Requirement already "))
        percent = 100 * next(reached) // max(total, 1) if is_piece else 0
        if percent >= told[-1] + 20:
            told.append(percent)
            say("percent", percent=percent)
        elif line.startswith("Installing collected"):
            say("unpacking")

    return see


def add_command(place: Path) -> None:
    """Make this folder's packages and the command `dinamo` known to the environment.

    A line of code in a `.pth` file, in plain ASCII, works in any folder and without internet.
    """
    packages = own_packages(place)
    if packages is None:
        raise FileNotFoundError(python(place))
    line = f"import sys; sys.path.insert(0, {str(ROOT)!a})\n"
    (packages / COMMAND_PATH).write_text(line, encoding="ascii")
    if os.name == "nt":
        (place / "Scripts" / "dinamo.cmd").write_text('@"%~dp0python.exe" -P -m app %*\n')
        return
    script = place / "bin" / "dinamo"
    script.write_text('#!/bin/sh\nexec "$(dirname "$0")/python" -P -m app "$@"\n')
    script.chmod(0o755)


def python(place: Path) -> Path:
    """Return the environment's own Python."""
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def clean_environment() -> dict[str, str]:
    """Return the variables of this process without those that lead pip or Python elsewhere."""
    leading = ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_NO_BINARY")
    leading += ("PIP_QUIET",)
    kept = {name: value for name, value in os.environ.items() if name not in leading}
    return {**kept, "DINAMO_LANGUAGE": language(), "PYTHONUTF8": "1"}


def run_checks(place: Path, arguments: list[str]) -> int:
    """Run every check, the tests last, and name those that failed; return the exit code."""
    tests = ["pytest", "-rs", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", *arguments]
    if not is_writable(ROOT):
        tests += ["-p", "no:cacheprovider"]
    checks = [["ruff", "format", "--check"], ["ruff", "check"], ["mypy"], tests]
    failed = []
    for check in [tests] if arguments else checks:
        print("$", *check, flush=True)
        command = [str(python(place)), "-m", *check]
        if subprocess.call(command, cwd=ROOT, env=clean_environment()):
            failed.append(" ".join(check[:2]))
    if failed:
        say("checks_failed", names=", ".join(failed))
    return 1 if failed else 0


def called() -> str:
    """Return how this file was called, for messages that say what to type next."""
    file = f'"{sys.argv[0]}"' if " " in sys.argv[0] else sys.argv[0]
    return f"{'py' if os.name == 'nt' else 'python3'} {file}"


def hand_over(command: list[str]) -> int:
    """Run a command in the place of this process, so that Ctrl+C is its alone."""
    told = {**clean_environment(), "DINAMO_COMMAND": called()}
    if os.name != "nt":
        os.execve(command[0], command, told)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.Popen(command, env=told).wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
