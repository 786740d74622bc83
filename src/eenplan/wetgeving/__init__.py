"""De wet als rekenregels: functies over datums, met artikel en uitleg.

Alleen de standaardbibliotheek; geen Django, geen klok, geen invoer of uitvoer (behalve `opdracht` en `overzicht`).
"""
