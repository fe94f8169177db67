"""Who guides a shift, in words; no Qt."""

from subcontract.rota.judgement import guides_of
from subcontract.rota.plan import Plan
from subcontract.rota.shift import Shift
from subcontract.words import N_, Texts


def guide_words(shift: Shift, plan: Plan, texts: Texts) -> str:
    """The coaches, the shift's own first, and the peer coach who helps; empty when nobody is named."""
    coaches = (plan.staff_by_id.get(one) for one in guides_of(shift))
    parts = [", ".join(one.name for one in coaches if one is not None)]
    peer = plan.client_by_id.get(shift.peer_coach) if shift.peer_coach else None
    if peer is not None:
        parts.append(texts.say(N_("{name} as peer coach"), name=peer.called))
    return " · ".join(part for part in parts if part)
