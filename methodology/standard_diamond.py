"""The sub-factors that every diamond starts from, and the records that a project begins with.

Porter (1990), The Competitive Advantage of Nations; the list is the method's, open to editing, its
codes stay.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from methodology.diamond import Determinant, DiamondFactor
from methodology.text import N_, Translate


@dataclass(frozen=True)
class StandardFactor:
    """A sub-factor of the standard list; `name` is a message."""

    code: str
    determinant: Determinant
    name: str


_FACTORS, _DEMAND = Determinant.FACTORS, Determinant.DEMAND
_RELATED, _STRATEGY = Determinant.RELATED, Determinant.STRATEGY
_GOVERNMENT, _CHANCE = Determinant.GOVERNMENT, Determinant.CHANCE

STANDARD = (
    StandardFactor("FC1", _FACTORS, N_("Specialized human resources")),
    StandardFactor("FC2", _FACTORS, N_("Knowledge and R&D")),
    StandardFactor("FC3", _FACTORS, N_("Natural and physical resources")),
    StandardFactor("FC4", _FACTORS, N_("Capital and finance")),
    StandardFactor("FC5", _FACTORS, N_("Physical infrastructure")),
    StandardFactor("FC6", _FACTORS, N_("ICT infrastructure")),
    StandardFactor("FC7", _FACTORS, N_("Administrative infrastructure")),
    StandardFactor("DC1", _DEMAND, N_("How demanding local buyers are")),
    StandardFactor("DC2", _DEMAND, N_("Anticipation of world trends")),
    StandardFactor("DC3", _DEMAND, N_("Size and growth of demand")),
    StandardFactor("DC4", _DEMAND, N_("Number of independent buyers and segments")),
    StandardFactor("DC5", _DEMAND, N_("Internationalization of demand")),
    StandardFactor("DC6", _DEMAND, N_("Standards and regulation that demand quality")),
    StandardFactor("RS1", _RELATED, N_("Specialized suppliers of inputs and machinery")),
    StandardFactor(
        "RS2", _RELATED, N_("Specialized services: design, laboratory, logistics, consultancy")
    ),
    StandardFactor("RS3", _RELATED, N_("Related industries")),
    StandardFactor("RS4", _RELATED, N_("Channels and logistics")),
    StandardFactor("RS5", _RELATED, N_("Institutions for collaboration")),
    StandardFactor("FS1", _STRATEGY, N_("Intensity and quality of rivalry")),
    StandardFactor("FS2", _STRATEGY, N_("Sophistication of strategy")),
    StandardFactor("FS3", _STRATEGY, N_("Management and professionalization")),
    StandardFactor("FS4", _STRATEGY, N_("Cooperation and trust")),
    StandardFactor("FS5", _STRATEGY, N_("Entrepreneurship and entry of firms")),
    StandardFactor("FS6", _STRATEGY, N_("Investment climate")),
    StandardFactor("GOV1", _GOVERNMENT, N_("Regulation")),
    StandardFactor("GOV2", _GOVERNMENT, N_("Public services and promotion")),
    StandardFactor("GOV3", _GOVERNMENT, N_("Public–private coordination")),
    StandardFactor("GOV4", _GOVERNMENT, N_("Public goods provided")),
    StandardFactor("CH1", _CHANCE, N_("Shocks: prices, exchange rate")),
    StandardFactor("CH2", _CHANCE, N_("Technology breaks")),
    StandardFactor("CH3", _CHANCE, N_("Climate and health")),
)


def standard_factors(ids: Iterable[UUID], translate: Translate) -> tuple[DiamondFactor, ...]:
    """Return the standard sub-factors as records, named in one language; `ids` are new ones."""
    return tuple(
        DiamondFactor(id=key, code=one.code, name=translate(one.name), determinant=one.determinant)
        for key, one in zip(ids, STANDARD, strict=False)
    )
