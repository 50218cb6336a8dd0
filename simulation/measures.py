"""Invented measurements of one person over the visits: typed text by instrument and slot, drawn from a seed.

Values stay close to those of the visit before, so that few of them are unusual. It must not know any scoring.
"""

from __future__ import annotations

from decimal import Decimal
from random import Random

from simulation.acts import Typed

ABSENT = "ND01"


def tenths(number: int) -> str:
    """Return a number of tenths as text with one decimal."""
    return f"{Decimal(number) / 10:.1f}"


def hundredths(number: int) -> str:
    """Return a number of hundredths as text with two decimals."""
    return f"{Decimal(number) / 100:.2f}"


class Body:
    """One person's level in everything, moving a little from visit to visit."""

    def __init__(self, rng: Random) -> None:
        """Draw where somebody starts."""
        self._rng = rng
        self.right = rng.randint(200, 280)
        self.left = self.right - rng.randint(5, 25)
        self.chair = rng.randint(900, 1450)
        self.walk = rng.randint(480, 640)
        self.tug = rng.randint(700, 1050)
        self.height = rng.randint(1520, 1660)
        self.fat_free = rng.randint(370, 430)
        self.fat = rng.randint(150, 260)
        self.calf = rng.randint(320, 370)
        self.mood = rng.randint(0, 2)

    def later(self) -> None:
        """Move on to the next visit."""
        rng = self._rng
        self.right += rng.randint(-12, 15)
        self.left += rng.randint(-12, 15)
        self.chair += rng.randint(-60, 60)
        self.walk += rng.randint(-20, 20)
        self.tug += rng.randint(-40, 40)
        self.fat_free += rng.randint(-8, 8)
        self.fat += rng.randint(-8, 8)
        self.calf += rng.randint(-4, 4)
        self.mood = max(0, min(2, self.mood + rng.randint(-1, 1)))

    def answer(self, low: int, high: int, *, gaps: bool = True) -> str:
        """Return an answer on a scale; now and then there is none."""
        if gaps and self._rng.randint(1, 60) == 1:
            return ABSENT
        middle = low + (high - low) * self.mood // 3
        return str(max(low, min(high, middle + self._rng.randint(-1, 2))))

    def items(self, prefix: str, first: int, last: int, *, low: int, high: int) -> dict[str, str]:
        """Return the answers to numbered items."""
        return {f"{prefix}{number}": self.answer(low, high) for number in range(first, last + 1)}


def measured(body: Body, rng: Random, battery: tuple[str, ...], language: str) -> Typed:
    """Return everything that is typed at one visit."""
    makers = {
        "safety_screen": _screen, "nrs_pain": _nrs, "sarc_f": _sarc_f, "qlq_c30": _qlq_c30, "qlq_br23": _qlq_br23,
        "facit_fatigue": _facit, "bia_inbody": _bia, "calf": _calf, "grip_strength": _grip, "gait_6m": _gait,
        "chair_stand_5": _chair, "bpi_sf": _bpi, "m_sacrah": _m_sacrah, "womac": _womac, "ipaq_sf": _ipaq, "tug": _tug,
    }  # fmt: skip
    asked = {"setup.language": language, "setup.mode": "paper"}
    found: dict[str, dict[str, str]] = {}
    for name in battery:
        typed = makers[name](body, rng)
        found[name] = (asked | typed) if "setup.device" not in typed else typed
    return found


def _screen(_: Body, rng: Random) -> dict[str, str]:
    return {
        "setup.device": "BP-01",
        "pressure.1.systolic": str(rng.randint(104, 148)),
        "pressure.1.diastolic": str(rng.randint(62, 88)),
        "pulse.1.rate": str(rng.randint(58, 92)),
        "oxygen.1.spo2": str(rng.randint(95, 99)),
        "temperature.1.temp": tenths(rng.randint(361, 371)),
        "second.needed": "no",
        "labs.recent": "no",
    }


def _nrs(body: Body, _: Random) -> dict[str, str]:
    return {"setup.recall": "now", "now.pain": body.answer(0, 10, gaps=False)}


def _sarc_f(body: Body, rng: Random) -> dict[str, str]:
    return {
        "setup.informant": "self",
        **body.items("core.q", 1, 5, low=0, high=2),
        "falls.count": str(rng.randint(0, 2)),
    }


def _qlq_c30(body: Body, _: Random) -> dict[str, str]:
    return body.items("core.q", 1, 28, low=1, high=4) | body.items("overall.q", 29, 30, low=1, high=7)


def _qlq_br23(body: Body, _: Random) -> dict[str, str]:
    return body.items("core.q", 31, 53, low=1, high=4)


def _facit(body: Body, _: Random) -> dict[str, str]:
    names = ("hi7", "hi12", "an1", "an2", "an3", "an4", "an5", "an7", "an8", "an12", "an14", "an15", "an16")
    return {f"core.{name}": body.answer(0, 4) for name in names}


def _bia(body: Body, rng: Random) -> dict[str, str]:
    """Return a printed sheet that adds up; limbs are 42 to 44 percent of fat-free mass."""
    weight = body.fat_free + body.fat
    arm = body.fat_free * rng.randint(48, 52) // 100
    leg = body.fat_free * rng.randint(162, 168) // 100
    share = (Decimal(body.fat) * 100 / Decimal(weight)).quantize(Decimal("0.1"))
    flags = ("infusion_72h", "steroid_72h", "oedema", "weight_change", "metal_implant", "breast_implant")
    return {
        "setup.device": "BIA-01",
        "setup.mode": "standard",
        "safety.do_not_run": "none",
        **{f"flags.{name}": "no" for name in flags},
        "flags.lymphoedema": "none",
        "measured.weight": tenths(weight),
        "measured.height": tenths(body.height),
        "measured.fat_percent": f"{share:.1f}",
        "measured.fat_mass": tenths(body.fat),
        "measured.ffm": tenths(body.fat_free),
        "measured.smm": tenths(body.fat_free * 54 // 100),
        "measured.arm_r": hundredths(arm),
        "measured.arm_l": hundredths(arm - rng.randint(0, 6)),
        "measured.trunk": hundredths(body.fat_free * 46 // 10),
        "measured.leg_r": hundredths(leg),
        "measured.leg_l": hundredths(leg - rng.randint(0, 8)),
        "measured.tbw": tenths(body.fat_free * 73 // 100),
        "measured.ecw": tenths(body.fat_free * 28 // 100),
        "measured.icw": tenths(body.fat_free * 45 // 100),
        "measured.ecw_tbw": f"0.{rng.randint(376, 394)}",
        "measured.phase_angle": tenths(rng.randint(44, 56)),
        "measured.smi_printed": "5.90",
    }


def _calf(body: Body, rng: Random) -> dict[str, str]:
    right, left = body.calf, body.calf - rng.randint(0, 6)
    return {
        "setup.device": "TAPE-01",
        "setup.position": "standing",
        "setup.oedema": "none",
        "setup.operated": "none",
        "calf.right.1.reading": tenths(right),
        "calf.right.2.reading": tenths(right + rng.randint(-4, 4)),
        "calf.left.1.reading": tenths(left),
        "calf.left.2.reading": tenths(left + rng.randint(-4, 4)),
    }


def _grip(body: Body, rng: Random) -> dict[str, str]:
    typed = {"setup.device": "GRIP-01", "setup.handle_position": "2", "setup.encouragement": "on"}
    for side, level in (("right", body.right), ("left", body.left)):
        pain = rng.randint(0, 2)
        typed[f"before.{side}.1.pain"] = str(pain)
        typed[f"after.{side}.1.pain"] = str(pain + rng.randint(0, 1))
        for trial in (1, 2, 3):
            typed[f"squeeze.{side}.{trial}.grip"] = tenths(level - rng.randint(0, 18))
    return typed


def _gait(body: Body, rng: Random) -> dict[str, str]:
    first = body.walk
    return {
        "setup.device": "WATCH-01",
        "setup.aid": "none",
        "setup.footwear": "usual",
        "gait.1.time": hundredths(first),
        "gait.2.time": hundredths(first + rng.randint(-20, 20)),
    }


def _chair(body: Body, rng: Random) -> dict[str, str]:
    return {
        "setup.device": "CHAIR-01",
        "setup.seat_height": "44.0",
        "setup.chair": "braced",
        "pretest.result": "ok",
        "stands.1.time": hundredths(body.chair + rng.randint(-30, 30)),
    }


def _tug(body: Body, rng: Random) -> dict[str, str]:
    return {
        "setup.device": "CHAIR-01",
        "setup.seat_height": "46.0",
        "setup.armrests": "yes",
        "setup.aid": "none",
        "setup.footwear": "usual",
        "walk.1.time": hundredths(body.tug),
        "walk.2.time": hundredths(body.tug + rng.randint(-30, 30)),
    }


def _bpi(body: Body, rng: Random) -> dict[str, str]:
    """Return ratings in their natural order: least, now and average between, worst."""
    least = rng.randint(0, 2)
    worst = least + rng.randint(2, 5)
    between = sorted(rng.randint(least, worst) for _ in range(2))
    return {
        "pain_today.q1": "yes",
        "pain_today.q2": "hands",
        "severity.q3": str(worst),
        "severity.q4": str(least),
        "severity.q5": str(between[1]),
        "severity.q6": str(between[0]),
        "treatment.q7": "paracetamol",
        "treatment.q8": str(10 * rng.randint(0, 10)),
        **{f"interference.q9{letter}": body.answer(0, 10) for letter in "abcdefg"},
    }


def _m_sacrah(body: Body, rng: Random) -> dict[str, str]:
    def line() -> str:
        return str(max(0, min(100, 20 + 15 * body.mood + rng.randint(-15, 15))))

    parts = (("function", range(1, 9)), ("stiffness", range(9, 11)), ("pain", range(11, 13)))
    return {f"{part}.q{number}": line() for part, numbers in parts for number in numbers}


def _womac(body: Body, _: Random) -> dict[str, str]:
    parts = (("pain", range(1, 6)), ("stiffness", range(6, 8)), ("function", range(8, 25)))
    return {f"{part}.q{number}": body.answer(0, 4, gaps=False) for part, numbers in parts for number in numbers}


def _ipaq(_: Body, rng: Random) -> dict[str, str]:
    typed: dict[str, str] = {}
    for kind, most in (("vigorous", 3), ("moderate", 5), ("walking", 7)):
        days = rng.randint(0, most)
        typed[f"{kind}.days"] = str(days)
        if days:
            typed[f"{kind}_time.minutes"] = str(10 * rng.randint(1, 9))
    return typed | {"sitting.minutes": str(30 * rng.randint(4, 18))}
