"""Abbreviations: titles before a name whose point ends no sentence."""

from __future__ import annotations

NOT_BEHIND_A_TITLE = (
    r"(?<!\bCapt\.|\bProf\.|\bCllr\.|\bInsp\.|\bEngr\.|\bFrau\.|\bHerr\.)(?<!\bMrs\.|\bSgt\.|\bCol\.|\bRev\.|\bHon\.|\bMaj\.|\bGov\.|\bSra\.|\bCpt\.|\bIng\.)"
    r"(?<!\bMr\.|\bMs\.|\bMx\.|\bDr\.|\bLt\.|\bFr\.|\bSt\.|\bSr\.)"
)
"""Pattern that fails right behind such a title; goes before the sign or space that would end the sentence."""
