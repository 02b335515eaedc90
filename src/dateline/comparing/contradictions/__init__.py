"""Who contradicts whom, or himself?"""

from dateline.comparing.contradictions.find import find_contradictions

__all__ = ["find_contradictions"]
