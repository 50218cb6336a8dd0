"""Every scorer by its instrument id, with its version and the tables it reads.

This is the only scoring module that knows the others. A change of a rule or a cut-off that changes a score raises the
version of its scorer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import InvalidOperation
from types import MappingProxyType
from typing import Final

from assessdesk.domain.scoring import (
    awgs2019,
    awgs2025,
    balance,
    body_composition,
    chair_stand,
    cst30,
    durations,
    eortc,
    eq5d,
    ewgsop2,
    fact,
    fnih,
    gait,
    glis,
    grip,
    ipaq,
    joints,
    knee,
    pain,
    phq9,
    sarcf,
    sdoc,
    sppb,
    symptoms,
    trials,
    tug,
    units,
    walk6,
)
from assessdesk.domain.scoring.decimals import exact_arithmetic
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError
from assessdesk.domain.scoring.not_done import NotDoneRules
from assessdesk.domain.scoring.outcome import Result


@dataclass(frozen=True, slots=True)
class ScoringTables:
    """All cut-offs, coefficients and norms; one field per file of `resources/cutoffs` and `resources/norms`."""

    cst30_norms: tuple[cst30.ChairStandNorm, ...]
    tug_norms: tuple[tug.TugNorm, ...]
    not_done: NotDoneRules
    grip: grip.GripCutoffs
    gait4m: gait.GaitCutoffs
    gait3m: gait.GaitCutoffs
    chair_stand: chair_stand.ChairStandCutoffs
    balance: balance.BalanceCutoffs
    sppb: sppb.SppbCutoffs
    walk6: walk6.Walk6Cutoffs
    tug: tug.TugCutoffs
    units: units.UnitFactors
    body: body_composition.BodyCutoffs
    awgs2019: awgs2019.Awgs2019Cutoffs
    awgs2025: awgs2025.Awgs2025Cutoffs
    ewgsop2: ewgsop2.Ewgsop2Cutoffs
    fnih: fnih.FnihCutoffs
    sdoc: sdoc.SdocCutoffs
    sarcf: sarcf.SarcfCutoffs
    pain: pain.PainCutoffs
    symptoms: symptoms.SymptomCutoffs
    eortc: eortc.EortcScales
    fact: fact.FactTables
    joints: joints.JointTables
    phq9: phq9.Phq9Cutoffs
    ipaq: ipaq.IpaqCutoffs
    trials: trials.TrialRules
    eq5d: Mapping[str, eq5d.ValueSet]


@dataclass(frozen=True, slots=True)
class Scorer:
    """One scorer; `name` is instrument id and version, for example "sppb.total/1"."""

    name: str
    score: Callable[[Inputs, ScoringTables], Result]


_FUNCTIONS: Final[Mapping[str, Callable[[Inputs, ScoringTables], Result]]] = {
    "time.quantise/1": lambda inputs, _: durations.score_quantise(inputs),
    "sppb.gait4m/1": lambda inputs, tables: gait.score_points(inputs, tables.gait4m),
    "sppb.gait3m/1": lambda inputs, tables: gait.score_points(inputs, tables.gait3m),
    "sppb.chair5/1": lambda inputs, tables: chair_stand.score_points(inputs, tables.chair_stand),
    "sppb.balance/1": lambda inputs, tables: balance.score_balance(inputs, tables.balance),
    "sppb.balance.next_step/1": lambda inputs, tables: balance.score_next_step(inputs, tables.balance),
    "sppb.total/1": lambda inputs, tables: sppb.score_total(inputs, tables.sppb, tables.not_done),
    "gait.speed/1": lambda inputs, _: gait.score_speed(inputs),
    "awgs2019.low_strength/1": lambda inputs, tables: awgs2019.score_low_strength(inputs, tables.awgs2019),
    "awgs2019.low_mass/1": lambda inputs, tables: awgs2019.score_low_mass(inputs, tables.awgs2019),
    "awgs2019.low_performance/1": lambda inputs, tables: awgs2019.score_low_performance(inputs, tables.awgs2019),
    "awgs2019.class/1": lambda inputs, tables: awgs2019.score_class(inputs, tables.awgs2019),
    "awgs2019.calf_low/1": lambda inputs, tables: awgs2019.score_calf(inputs, tables.awgs2019),
    "awgs2025.class/1": lambda inputs, tables: awgs2025.score_class(inputs, tables.awgs2025),
    "ewgsop2.low_strength/1": lambda inputs, tables: ewgsop2.score_low_strength(inputs, tables.ewgsop2),
    "ewgsop2.low_mass/1": lambda inputs, tables: ewgsop2.score_low_mass(inputs, tables.ewgsop2),
    "ewgsop2.low_performance/1": lambda inputs, tables: ewgsop2.score_low_performance(inputs, tables.ewgsop2),
    "ewgsop2.class/1": lambda inputs, _: ewgsop2.score_class(inputs),
    "fnih.flags/1": lambda inputs, tables: fnih.score_flags(inputs, tables.fnih),
    "sdoc.class/1": lambda inputs, tables: sdoc.score_class(inputs, tables.sdoc),
    "glis.class/1": lambda inputs, _: glis.score_class(inputs),
    "asmi/1": lambda inputs, tables: body_composition.score_asmi(inputs, tables.body),
    "bmi/1": lambda inputs, _: body_composition.score_bmi(inputs),
    "weight.duplicate/1": lambda inputs, tables: body_composition.score_weight(inputs, tables.body),
    "sarcf/1": lambda inputs, tables: sarcf.score_sarcf(inputs, tables.sarcf),
    "sarcf.falls_item/1": lambda inputs, tables: sarcf.score_falls(inputs, tables.sarcf),
    "sarccalf/1": lambda inputs, tables: sarcf.score_sarccalf(inputs, tables.sarcf),
    "cst30.norm/1": lambda inputs, tables: cst30.score_norm(inputs, tables.cst30_norms),
    "cst30.count/1": lambda inputs, _: cst30.score_count(inputs),
    "6mwd.enright1998.predicted/1": lambda inputs, tables: walk6.score_predicted(inputs, tables.walk6.enright1998),
    "6mwd.enright2003.predicted/1": lambda inputs, tables: walk6.score_predicted(inputs, tables.walk6.enright2003),
    "6mwd.troosters1999.predicted/1": lambda inputs, tables: walk6.score_predicted(inputs, tables.walk6.troosters1999),
    "6mwd.enright1998.lln/1": lambda inputs, tables: walk6.score_lower_limit(inputs, tables.walk6),
    "6mwd.percent/1": lambda inputs, _: walk6.score_percent(inputs),
    "6mwd.distance/1": lambda inputs, _: walk6.score_distance(inputs),
    "tug.steadi/1": lambda inputs, tables: tug.score_steadi(inputs, tables.tug),
    "tug.shumway_cook/1": lambda inputs, tables: tug.score_shumway_cook(inputs, tables.tug),
    "tug.bohannon/1": lambda inputs, tables: tug.score_bohannon(inputs, tables.tug_norms),
    "tug.score/1": lambda inputs, tables: tug.score_trials(inputs, tables.tug),
    "grip.summary/1": lambda inputs, tables: grip.score_summary(inputs, tables.grip, tables.not_done),
    "grip.extra_trial/1": lambda inputs, tables: grip.score_extra_trial(inputs, tables.grip),
    "grip.cv/1": lambda inputs, tables: grip.score_variation(inputs, tables.grip),
    "unit.lbf_to_kgf/1": lambda inputs, tables: units.score_pounds(inputs, tables.units),
    "unit.n_to_kgf/1": lambda inputs, tables: units.score_newtons(inputs, tables.units),
    "knee.torque/1": lambda inputs, _: knee.score_torque(inputs),
    "bpi_sf/1": lambda inputs, tables: pain.score_bpi(inputs, tables.pain),
    "nrs.band/1": lambda inputs, tables: pain.score_band(inputs, tables.pain),
    "qlq_c30/1": lambda inputs, tables: eortc.score_c30(inputs, tables.eortc),
    "qlq_c30.scale/1": lambda inputs, tables: eortc.score_c30_scale(inputs, tables.eortc),
    "qlq_c30.summary/1": lambda inputs, tables: eortc.score_c30_summary(inputs, tables.eortc),
    "qlq_br23.scale/1": lambda inputs, tables: eortc.score_br23_scale(inputs, tables.eortc),
    "fact_g/1": lambda inputs, tables: fact.score_fact_g(inputs, tables.fact),
    "fact_b.bcs/1": lambda inputs, tables: fact.score_bcs(inputs, tables.fact),
    "fact_b.totals/1": lambda inputs, tables: fact.score_fact_b_totals(inputs, tables.fact),
    "fact_es.ess19/1": lambda inputs, tables: fact.score_ess(inputs, tables.fact),
    "facit_fatigue/1": lambda inputs, tables: fact.score_fatigue(inputs, tables.fact),
    "mdasi/1": lambda inputs, tables: symptoms.score_mdasi(inputs, tables.symptoms),
    "bfi/1": lambda inputs, tables: symptoms.score_bfi(inputs, tables.symptoms),
    "esas_r/1": lambda inputs, tables: symptoms.score_esas(inputs, tables.symptoms),
    "womac_likert/1": lambda inputs, tables: joints.score_womac(inputs, tables.joints),
    "m_sacrah/1": lambda inputs, tables: joints.score_sacrah(inputs, tables.joints),
    "m_sacrah.total/1": lambda inputs, tables: joints.score_sacrah_total(inputs, tables.joints),
    "eq5d5l/1": lambda inputs, tables: eq5d.score_index(inputs, tables.eq5d),
    "phq9/1": lambda inputs, tables: phq9.score_phq9(inputs, tables.phq9),
    "phq9.item9_alert/1": lambda inputs, tables: phq9.score_alert(inputs, tables.phq9),
    "ipaq_sf/1": lambda inputs, tables: ipaq.score_ipaq(inputs, tables.ipaq),
    "re_ms.eligibility/1": lambda inputs, tables: trials.score_re_ms(inputs, tables.trials),
    "kct.eligibility_age/1": lambda inputs, tables: trials.score_kct_age(inputs, tables.trials),
    "kct.adherence/1": lambda inputs, _: trials.score_adherence(inputs),
    "visit.window/1": lambda inputs, _: trials.score_window(inputs),
}

SCORERS: Final[Mapping[str, Scorer]] = MappingProxyType(
    {name.partition("/")[0]: Scorer(name, score) for name, score in _FUNCTIONS.items()}
)


def score(instrument: str, inputs: Inputs, tables: ScoringTables) -> Result:
    """Score the inputs of one known instrument; raises `InvalidInputError`, and KeyError for an unknown instrument.

    Values that nothing bounds (a height of 10^-22 cm) can give a result with more digits than are computed: no score.
    """
    with exact_arithmetic():
        try:
            return SCORERS[instrument].score(inputs, tables)
        except InvalidOperation as fault:
            raise InvalidInputError("INPUT_RESULT_TOO_LONG") from fault
