"""A small dictionary of actors that do not exist, for tests."""

from __future__ import annotations

from pathlib import Path

from sayso.knowledge.actors.dictionary import Dictionary
from sayso.knowledge.language import Language, language

TABLES = {
    "countries.csv": """code,kind,names,source
NVK,name,Norvik|Republic of Norvik|N.V.,invented
NVK,demonym,Norvish,invented
NVK,people,Norviks,invented
NVK,capital,Sundholm,invented
SRM,name,Sarmia,invented
SRM,demonym,Sarmian,invented
SRM,people,Sarmians,invented
SRM,capital,Tessa Bay,invented
SRM,region,Upper Tolland,invented
SRM,breakaway,Free Tolland,invented
""",
    "cities.csv": """code,kind,names,source
NVK,city,Brakke|Ilmarden,invented
""",
    "organisations.csv": """id,kind,names,country,sector,from,to,note,source
nvk.org.nsc,org,Supreme Harbour Council|SHC,NVK,GOV,,,,invented
srm.armed.dawn-1,armed,al-Fajrun Front|Dawn Front,SRM,REB,,2010-05-31,,invented
srm.armed.dawn-2,armed,al-Fajrun Front|Dawn Front,SRM,GOV,2010-06-01,,,invented
igo.un,igo,League of Ports|LOP,UNO,,,,,invented
ngo.lamp,ngo,Lamp Society,NGO,,,,,invented
nvk.party.reed,party,Reed Party|RP,NVK,PTY,,,,invented
srm.party.reef,party,Reef Party|RP,SRM,PTY,,,,invented
""",
    "persons.csv": """id,names,country,sector,role,from,to,wikidata,source
nvk.damptey,Osei Damptey|Damptey,NVK,GOV,President,2001-03-01,2009-02-28,,invented
nvk.damptey,Osei Damptey|Damptey,UNO,,Secretary-General of the League of Ports,2012,2015,,invented
srm.khaddour,Qassem al-Khaddour,SRM,GOV,Foreign Minister,2004-01,,,invented
nvk.lee,Olga Lee,NVK,GOV,Finance Minister,1990,1995,,invented
srm.umber,Tarik Umber,SRM,GOV,President,2016,2020,,invented
srm.lee,Anton Lee,SRM,GOV,Finance Minister,1996,,,invented
""",
}
WORDS = {
    "roles.csv": """term,sector,kind,source
president,GOV,person,invented
minister,GOV,person,invented
defence minister,GOV,person,invented
finance minister,GOV,person,invented
foreign ministry,GOV,institution,invented
official,GOV,person,invented
government,GOV,group,invented
rebel,REB,group,invented
refugee,REF,group,invented
civilian,CVL,person,invented
warship,MIL,equipment,invented
soldier,MIL,person,invented
police,COP,institution,invented
student,EDU,person,invented
spokesman,,person,invented
leader,,person,invented
terrorist,,evaluative,invented
regime,,evaluative,invented
""",
    "media.csv": """name,kind,country,aliases,source
Sundholm Post,newspaper,NVK,The Post of Sundholm,invented
Harbour Radio,broadcaster,NVK,,invented
""",
    "given_names.csv": "name,gender,source\nOsei,m,invented\nOlga,f,invented\nSarmia,f,invented\n",
}


def invented(folder: Path, **tables: str) -> Dictionary:
    """The dictionary, with some tables replaced, in files of a folder."""
    for name, text in {**TABLES, **WORDS, **{f"{k}.csv": v for k, v in tables.items()}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Dictionary(folder, Language(folder, language("en").settings))
