"""Fields that several record types have, each declared once with all that people call it."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from pydantic import Field

from methodology.record import Called, Code, Key, Label, LongText, Many, Private, Ref, Text
from methodology.text import N_

Reading = Annotated[Decimal, Field(max_digits=18, decimal_places=4)]  # a value of an indicator

ShortCode = Annotated[Text, Label(N_("Code")), Code(), Called("código")]
SourceText = Annotated[Text, Label(N_("Source")), Called("fuente", "fonte")]
NoteText = Annotated[LongText, Label(N_("Note")), Called("nota", "observaciones")]
ReasonText = Annotated[LongText, Label(N_("Reason")), Called("motivo", "razón", "razão")]
Day = Annotated[date | None, Label(N_("Date")), Called("fecha", "data")]
Email = Annotated[Text, Label(N_("Email")), Private(), Called("correo", "e-mail", "mail")]
Phone = Annotated[Text, Label(N_("Phone")), Private(), Called("teléfono", "celular", "telefone")]

MeasuredIn = Annotated[Text, Label(N_("Unit")), Called("unidad", "unidade")]
Baseline = Annotated[
    Reading | None, Label(N_("Baseline")), Called("línea de base", "valor inicial", "linha de base")
]
BaselineOn = Annotated[
    date | None,
    Label(N_("Date of the baseline")),
    Called("fecha de la línea de base", "data da linha de base"),
]
Target = Annotated[Reading | None, Label(N_("Target")), Called("meta")]
TargetOn = Annotated[
    date | None, Label(N_("Date of the target")), Called("fecha de la meta", "data da meta")
]

RaterKey = Annotated[
    UUID, Label(N_("Rater")), Ref("rater"), Key(), Called("evaluador", "avaliador")
]
MeetingKey = Annotated[
    UUID, Label(N_("Meeting")), Ref("meeting"), Key(), Called("reunión", "taller", "oficina")
]
RoundKey = Annotated[UUID, Label(N_("Round")), Ref("round"), Key()]
FactorKey = Annotated[
    UUID,
    Label(N_("Purchase-decision factor")),
    Ref("purchase_factor"),
    Key(),
    Called("factor", "fator"),
]
OptionKey = Annotated[
    UUID, Label(N_("Strategic option")), Ref("strategic_option"), Key(), Called("opción", "opção")
]
CriterionKey = Annotated[
    UUID, Label(N_("Criterion")), Ref("option_criterion"), Key(), Called("criterio")
]
SubFactorKey = Annotated[
    UUID, Label(N_("Sub-factor")), Ref("diamond_factor"), Key(), Called("subfactor", "subfator")
]
ProjectKey = Annotated[
    UUID, Label(N_("Project")), Ref("plan_project"), Key(), Called("proyecto", "projeto")
]

Responsible = Annotated[
    UUID | None, Label(N_("Responsible")), Ref("actor"), Called("responsable", "responsável")
]
WatchedBy = Annotated[
    UUID | None, Label(N_("Watched by")), Ref("actor"), Called("responsable", "responsável")
]
Trends = Annotated[
    tuple[UUID, ...], Label(N_("Trends")), Many("trend"), Called("tendencias", "tendências")
]
OptionsServed = Annotated[
    tuple[UUID, ...],
    Label(N_("Options served")),
    Many("strategic_option"),
    Called("opciones", "opções"),
]
GapsClosed = Annotated[
    tuple[UUID, ...],
    Label(N_("Gaps it closes")),
    Many("diamond_factor"),
    Called("brechas", "lacunas"),
]
SuccessFactors = Annotated[
    tuple[UUID, ...],
    Label(N_("Key success factors")),
    Many("success_factor"),
    Called("factores críticos de éxito", "fatores críticos de sucesso"),
]
AreasServed = Annotated[
    tuple[UUID, ...],
    Label(N_("Improvement areas")),
    Many("improvement_area"),
    Called("áreas de mejora", "áreas de melhoria"),
]
