/// Noun phrases of news and whom they point to, one a line:
/// phrase ; countries of the story ; day of publication ; code ; name (where it matters).
let actorPhrases = """
    the government;SYR;2016-01-01;SYR.GOV;Government of Syria
    government forces;YEM;2016-01-01;YEM.MIL;
    rebels;LBY;2011-05-01;LBY.REB;rebels
    the rebels;COL;;COL.REB;rebels
    police;IND;2019-03-01;IND.COP;Indian police
    two policemen;IND;;IND.COP;policemen
    at least 13 soldiers;MLI;;MLI.MIL;soldiers
    a soldier;UKR;;UKR.MIL;
    the army;MMR;;MMR.MIL;Armed Forces of Myanmar
    the president;VEN;2015-06-01;VEN.GOV;Nicolás Maduro
    the president;FRA;2018-06-01;FRA.GOV;Emmanuel Macron
    the president;FRA;2014-06-01;FRA.GOV;François Hollande
    the US president;;2014-03-01;USA.GOV;Barack Obama
    the US president;;2024-03-01;USA.GOV;Joe Biden
    the US president;;2018-03-01;USA.GOV;Donald Trump
    the British prime minister;;1999-03-01;GBR.GOV;Tony Blair
    the British prime minister;;2023-03-01;GBR.GOV;Rishi Sunak
    Britain's foreign secretary;;2016-12-01;GBR.GOV;Boris Johnson
    the Foreign Secretary;;2016-12-01;GBR.GOV;Boris Johnson
    the Secretary of State;;1998-08-13;USA.GOV;Madeleine Albright
    Secretary of State Kerry;;2016-05-23;USA.GOV;John Kerry
    Secretary Kerry;;2016-05-23;USA.GOV;John Kerry
    Defense Secretary Ash Carter;;2016-10-25;USA.GOV;Ash Carter
    Russian Foreign Minister Lavrov;;2016-05-23;RUS.GOV;Sergey Lavrov
    Putin;;2022-03-01;RUS.GOV;Vladimir Putin
    Vladimir Putin;;2022-03-01;RUS.GOV;Vladimir Putin
    President Putin;;2022-03-01;RUS.GOV;Vladimir Putin
    Zelensky;;2022-03-01;UKR.GOV;Volodymyr Zelensky
    President Zelenskyy;;2023-03-01;UKR.GOV;Volodymyr Zelensky
    Erdogan;;2020-03-01;TUR.GOV;Recep Tayyip Erdoğan
    Turkey's President Recep Tayyip Erdogan;;2020-03-01;TUR.GOV;Recep Tayyip Erdoğan
    President Bush;;1991-02-01;USA.GOV;George H. W. Bush
    President Bush;;2003-04-01;USA.GOV;George W. Bush
    President Clinton;;1998-03-22;USA.GOV;Bill Clinton
    Clinton;;1998-08-14;USA.GOV;Bill Clinton
    Clinton;;2011-08-14;USA.GOV;Hillary Clinton
    President Kabila;;1999-08-14;COD.GOV;Laurent-Désiré Kabila
    President Kabila;;2012-08-14;COD.GOV;Joseph Kabila
    Laurent Kabila;;1996-12-01;COD.GOV;Laurent-Désiré Kabila
    Gen. Sani Abacha;;1998-03-03;NGA.GOV;Sani Abacha
    General Abacha's supporters;;1998-03-03;NGA.CIV;
    Gerry Adams;;1998-03-22;GBR.OPP;Gerry Adams
    Sinn Fein leader Gerry Adams;;1998-03-22;GBR.OPP;Gerry Adams
    Saddam Hussein;;1998-02-01;IRQ.GOV;Saddam Hussein
    Saddam Hussein's regime;;1998-02-01;IRQ.GOV;
    Assad's forces;;2013-09-01;SYR.MIL;
    Gaddafi's forces;;2011-04-01;LBY.MIL;
    forces loyal to Muammar Gaddafi;;2011-04-01;LBY.MIL;
    Taliban leader Mullah Omar;;2001-10-01;AFG.REB;Mullah Omar
    the Armenian leader;;2023-09-19;ARM.GOV;Nikol Pashinyan
    Armenia's prime minister;;2023-09-19;ARM.GOV;Nikol Pashinyan
    Chancellor Angela Merkel;;2015-02-01;DEU.GOV;Angela Merkel
    the German chancellor;;2015-02-01;DEU.GOV;Angela Merkel
    the German chancellor;;2022-02-01;DEU.GOV;Olaf Scholz
    Iran's supreme leader;;2012-02-01;IRN.GOV;Ali Khamenei
    the Iranian president;;2012-02-01;IRN.GOV;Mahmoud Ahmadinejad
    the Iranian president;;2022-02-01;IRN.GOV;Ebrahim Raisi
    the king of Jordan;;2010-01-01;JOR.GOV;Abdullah II
    Jordan's King Hussein;;1994-10-01;JOR.GOV;Hussein
    Pope Francis;;2015-01-01;VAT.GOV;Francis
    the pope;;1999-01-01;VAT.GOV;John Paul II
    the UN secretary general;;2008-01-01;IGO.UN;Ban Ki-moon
    NATO's secretary-general;;1998-10-01;IGO.NATO;Javier Solana
    US Deputy Ambassador Peter Burleigh;;1998-08-13;USA.GOV;Peter Burleigh
    UN envoy Staffan de Mistura;;2016-02-01;IGO.UN;Staffan de Mistura
    rebel commander Abu Omar;SYR;;SYR.REB;Abu Omar
    police spokesman Ahmed Ali;SOM;;SOM.COP;Ahmed Ali
    Maj. John Kamau;KEN;;KEN.MIL;John Kamau
    Colonel Yusuf;SDN;;SDN.MIL;Yusuf
    Turkish Foreign Ministry spokesman Tanju Bilgic;;2016-03-01;TUR.GOV;Tanju Bilgic
    Hamas spokesman Hazem Qassem;;2021-05-01;PSE.REB;Hazem Qassem
    Human Rights Watch's Lama Fakih;;2016-10-23;;Lama Fakih
    Igor Konashenkov, a spokesman for the Russian Defense Ministry;;2022-04-01;RUS.MIL;Igor Konashenkov
    Ahmed Karim, an Iraqi police officer;;;IRQ.COP;Ahmed Karim
    John Doe, a spokesman for the rebels;CAF;;CAF.REB;John Doe
    a spokesman for Hezbollah;;;LBN.REB;
    Hezbollah spokesman;;;LBN.REB;
    a spokesman for the Ukrainian president;;2023-01-01;UKR.GOV;
    a spokesman for the Iraqi military;;;IRQ.MIL;
    the prime minister's spokesman;ARM;2023-09-19;ARM.GOV;
    the leader of Hamas;;;PSE.REB;
    a leader of the Kosovo Liberation Army;;;SRB.REB;
    IRA commanders;;;GBR.REB;Irish Republican Army
    members of Islamic State;IRQ;;IRQ.REB;Islamic State
    IS fighters;SYR;;SYR.REB;Islamic State
    Da'esh;SYR;;SYR.REB;Islamic State
    Daesh;IRQ;;IRQ.REB;Islamic State
    ISIL;LBY;;LBY.REB;Islamic State
    so-called Islamic State;SYR;;SYR.REB;Islamic State
    the Islamic State group;IRQ;;IRQ.REB;Islamic State
    Islamic State of Iraq and the Levant;IRQ;;IRQ.REB;Islamic State
    Islamic State;DEU;;IRQ.REB;Islamic State
    Islamic State;CMR,SYR;;SYR.REB;Islamic State
    Abu Salim al-Kuwaiti;IRQ;;;Abu Salim al-Kuwaiti
    ministers;SYR;;;ministers
    Republican senators;USA;;USA.LEG;
    Rangers;SOM,USA;;USA.MIL;
    Rangers;PAK;;PAK.MIL;
    the state prosecutor's office;MEX;;MEX.GOV;state prosecutor's office
    a Chechen field commander;RUS;;RUS.REB;
    Russell;MLI;2026-05-02;;Russell
    al-Qaida;SYR;;SYR.REB;al-Qaida
    al-Qaeda operatives;YEM;;YEM.REB;al-Qaida
    al-Qa'ida;PAK;;PAK.REB;al-Qaida
    Al Qaeda;;;AFG.REB;al-Qaida
    is;;;;is
    us;;;;us
    who;;;;who
    US;;;USA;United States
    the US;;;USA;United States
    U.S.;;;USA;United States
    the UN;;;IGO.UN;United Nations
    WHO;;;IGO.UN;World Health Organization
    the SDF;SYR;;SYR.REB;Syrian Democratic Forces
    the PKK;;;TUR.REB;Kurdistan Workers' Party
    YPG;;;SYR.REB;People's Protection Units
    Kurdish fighters;IRQ;;IRQ.MIL;Peshmerga
    Kurdish fighters;SYR;;SYR.REB;Syrian Democratic Forces
    Kurdish militants;TUR;;TUR.REB;Kurdistan Workers' Party
    Kurds;IRQ;;IRQ.CIV;Kurds
    Kurdish civilians;SYR;;SYR.CIV;Kurdish civilians
    Shia militias;IRQ;;IRQ.REB;Shia militias
    Sunni Arabs;IRQ;;IRQ.CIV;Sunni Arabs
    Shia Muslim worshippers;IRQ;;IRQ.REL;Shia Muslim worshippers
    the Peshmerga;;;IRQ.MIL;Peshmerga
    Iraqi security forces;;;IRQ.MIL;Iraqi Security Forces
    Syrian opposition forces;;;SYR.REB;Syrian opposition forces
    opposition forces;SYR;;SYR.REB;
    the ADF;COD;;COD.REB;Allied Democratic Forces
    the ADF;AUS;;AUS.MIL;Australian Defence Force
    the NLA;MKD;;MKD.REB;National Liberation Army (Macedonia)
    the ELN;COL;;COL.REB;National Liberation Army
    the SLA;LBN;;LBN.REB;South Lebanon Army
    the SLA;SDN;;SDN.REB;Sudan Liberation Movement
    the PDF;MMR;;MMR.REB;People's Defence Force
    AFP;PHL;;PHL.MIL;Armed Forces of the Philippines
    AFP;;;FRA.MED;Agence France-Presse
    Armenian separatists;AZE;2023-09-19;ARM.REB;Nagorno-Karabakh authorities
    Armenian separatists;;;ARM.REB;Nagorno-Karabakh authorities
    separatists;AZE;;ARM.REB;Nagorno-Karabakh authorities
    all Armenian-backed forces;AZE;;ARM.REB;Nagorno-Karabakh authorities
    ethnic-Armenian residents of Nagorno-Karabakh;AZE;;ARM.CIV;
    Karabakh Armenians;AZE;;ARM.CIV;
    Nagorno-Karabakh authorities;AZE;;ARM.REB;Nagorno-Karabakh authorities
    Russian-backed separatists;UKR;;UKR.REB;
    pro-Russian separatists in eastern Ukraine;UKR;;UKR.REB;
    pro-Russian rebels;UKR;;UKR.REB;
    ethnic Albanian rebels;SRB;;SRB.REB;Kosovo Liberation Army
    ethnic Albanian separatists;SRB;;SRB.REB;Kosovo Liberation Army
    US-backed rebels;SYR;;SYR.REB;US-backed rebels
    Saudi-backed forces;YEM;;YEM.REB;Saudi-backed forces
    Iranian-backed militias;IRQ;;IRQ.REB;Iranian-backed militias
    Rwandan-backed rebels;COD;;COD.REB;Rwandan-backed rebels
    Turkish-backed Syrian rebels;SYR;;SYR.REB;Free Syrian Army
    the Russia-backed government;SYR;;SYR.GOV;Russia-backed government
    the Saudi-led coalition;YEM;;;Saudi-led coalition
    the US-led coalition;IRQ;;;
    a coalition of nations;;;;
    the coalition;IRQ;;;coalition
    anti-government protesters;NGA;;NGA.OPP;anti-government protesters
    anti-government rebels;LBY;;LBY.REB;anti-government rebels
    anti-regime fighters;SYR;;SYR.REB;
    pro-government militia;SDN;;SDN.REB;
    pro-democracy protesters;HKG;;HKG.CIV;
    protesters;ARM;;ARM.CIV;protesters
    Protesters from several Catholic communities;GBR;;GBR.CIV;
    Catholic protesters;GBR;;GBR.CIV;Catholic protesters
    a few hundred Protestants;GBR;;GBR.CIV;Protestants
    militant Protestants;GBR;;GBR.CIV;militant Protestants
    an elderly Catholic man;GBR;;GBR.CIV;elderly Catholic man
    the crowd;GBR;;GBR.CIV;crowd
    the Ulster Unionists;;;GBR.OPP;Ulster Unionist Party
    Nigerian security forces;;;NGA.MIL;
    Nigeria state radio;;;NGA.MED;
    riot police;NGA;;NGA.COP;Nigerian riot police
    the political opposition;NGA;;NGA.OPP;opposition of Nigeria
    four police officers;AZE;;AZE.COP;police officers
    two civilians;AZE;;AZE.CIV;civilians
    more than 60 civilians;SYR;;SYR.CIV;civilians
    witnesses;IRQ;;IRQ.CIV;witnesses
    at least 13 women and children;IRQ;;IRQ.CIV;women and children
    those responsible;;;;
    world leaders;;;;world leaders
    leaders;;;;leaders
    some analysts;;;;analysts
    Western officials;;;;Western officials
    our allies;;;;allies
    all states;;;;states
    Americans;;;USA;Americans
    Twelve Americans;;;USA;Americans
    Syrians;;;SYR;Syrians
    Kenyans;;;KEN;Kenyans
    Palestinians;;;PSE;Palestinians
    Turkish;;;TUR;Turkey
    Azerbaijani;;;AZE;Azerbaijan
    Paris;;;FRA;France
    Baku;;;AZE;Azerbaijan
    Pyongyang;;;PRK;North Korea
    the Élysée;;;FRA.GOV;Élysée
    the Pentagon;;;USA.GOV;Pentagon
    Pentagon Press Secretary Peter Cook;;2016-09-13;USA.GOV;Peter Cook
    Ukraine's Security Service;;;UKR.SPY;
    the Soviet Union;;;RUS;Russia
    Yugoslavia;;;SRB;Serbia
    Zaire;;;COD;Democratic Republic of the Congo
    Burma;;;MMR;Myanmar
    DR Congo;;;COD;Democratic Republic of the Congo
    the D.R.C.;;;COD;Democratic Republic of the Congo
    Ivory Coast;;;CIV;Ivory Coast
    the UAE;;;ARE;United Arab Emirates
    Great Britain;;;GBR;United Kingdom
    West German;;;DEU;Germany
    Congolese soldiers;;;COD.MIL;
    Congolese rebels;COG;;COG.REB;Congolese rebels
    South Korean troops;;;KOR.MIL;
    Korean officials;PRK;;PRK.GOV;Korean officials
    South Sudanese refugees;;;SSD.REF;
    Rohingya refugees;BGD;;BGD.REF;
    refugees;TCD;;TCD.REF;refugees
    a journalist;;;;journalist
    Turkish journalists;;;TUR.MED;
    Al Jazeera;;;QAT.MED;Al Jazeera
    the Associated Press;;;USA.MED;Associated Press
    Human Rights Watch;;;;Human Rights Watch
    Amnesty International;;;;Amnesty International
    the Red Cross;;;;International Committee of the Red Cross
    Médecins Sans Frontières;;;;Médecins Sans Frontières
    the White Helmets;;;SYR.NGO;White Helmets
    UN Board of Inquiry;;;IGO.UN;UN Board of Inquiry
    the Security Council;;;IGO.UN;United Nations Security Council
    UNIFIL peacekeepers;LBN;;IGO.UN;UNIFIL
    the EU foreign policy chief;;2020-01-01;IGO.EU;
    the Arab League;;;IGO.ARAB;Arab League
    ECOWAS;;;IGO.ECOWAS;ECOWAS
    AU troops;SOM;;IGO.AU;African Union
    U.N. war crimes court;;;IGO.UN;
    police station;GBR;;GBR.COP;police station
    a hospital;SYR;;SYR.CIV;hospital
    the al-Khani mosque;IRQ;;IRQ.REL;
    government offices;ARM;;ARM.GOV;Government of Armenia
    the U.S. embassies in Kenya and Tanzania;KEN;;USA.GOV;U.S. embassies in Kenya and Tanzania
    Yugoslavian embassy;TUR;;SRB.GOV;Yugoslavian embassy
    Armenian positions;AZE;;ARM.MIL;Armenian positions
    al-Qaida vehicles;SYR;;SYR.REB;al-Qaida vehicles
    Congress;;;USA.LEG;United States Congress
    the Philippine Senate;;;PHL.LEG;Philippine Senate
    Israel's parliament;;;ISR.LEG;Parliament of Israel
    Iraqi lawmakers;;;IRQ.LEG;Iraqi lawmakers
    members of parliament;KEN;;KEN.LEG;members of parliament
    a Turkish court;;;TUR.JUD;Turkish court
    Myanmar judges;;;MMR.JUD;Myanmar judges
    Mexican drug cartels;;;MEX.CRM;Mexican drug cartels
    Somali pirates;SOM;;SOM.CRM;Somali pirates
    Haitian gangs;HTI;;HTI.CRM;
    smugglers;LBY;;LBY.CRM;smugglers
    gunmen;PAK;;PAK.UAF;gunmen
    unidentified gunmen;NGA;;NGA.UAF;unidentified gunmen
    masked men;MEX;;MEX.UAF;masked men
    militants;PAK;;PAK.REB;militants
    extremists;GBR;;GBR.REB;extremists
    insurgents;AFG;;AFG.REB;insurgents
    suicide bombers;IRQ;;IRQ.REB;suicide bombers
    foreign mercenaries;LBY;;LBY.UAF;foreign mercenaries
    tribal leaders;YEM;;YEM.CIV;tribal leaders
    a Shiite cleric;IRQ;;IRQ.REL;Shiite cleric
    clerics;IRN;;IRN.REL;clerics
    Buddhist monks;MMR;;MMR.REL;Buddhist monks
    human rights activists;;;;human rights activists
    Russian oil companies;;;RUS.BUS;Russian oil companies
    Israeli settlers;;;ISR.CIV;Israeli settlers
    Hamas supporters;;;PSE.CIV;Hamas supporters
    Syrian government forces;;;SYR.MIL;
    Ukrainian forces;;;UKR.MIL;Armed Forces of Ukraine
    Russian troops;;;RUS.MIL;Russian Armed Forces
    the Lord's Resistance Army;;;UGA.REB;Lord's Resistance Army
    the Donetsk People's Republic;;;UKR.REB;Donetsk People's Republic
    Hezbollah's Radwan Force;;;LBN.REB;Radwan Force
    Lebanon's Hezbollah;;;LBN.REB;Hezbollah
    Yemen's Houthis;;;YEM.REB;Houthis
    Iran-aligned Houthis;;;YEM.REB;Houthis
    the Iran-backed Hezbollah;;;LBN.REB;Hezbollah
    Somalia's al-Shabab;;;SOM.REB;Al-Shabaab
    Nigeria's Boko Haram;;;NGA.REB;Boko Haram
    the Pakistani Taliban;;;PAK.REB;Tehrik-i-Taliban Pakistan
    the Afghan Taliban;;;AFG.REB;Taliban
    Kashmiri militants;IND;;IND.REB;
    Maoist rebels;NPL;;NPL.REB;
    Chechen rebels;RUS;;RUS.REB;
    Bosnian Serb forces;BIH;;BIH.REB;Bosnian Serb forces
    Bosnian Serb leader Radovan Karadzic;;1994-01-01;BIH.REB;Radovan Karadžić
    Croat forces;;;HRV.MIL;
    Hutu extremists;RWA;;RWA.REB;
    Tutsi civilians;RWA;;RWA.CIV;Tutsi civilians
    ethnic Albanians;;;ALB.CIV;ethnic Albanians
    ethnic Russians;UKR;;UKR.CIV;
    the Senate President, Bukola Saraki;NGA;2016-01-01;NGA.LEG;Bukola Saraki
    the Russian president, Vladimir Putin;;2022-01-01;RUS.GOV;Vladimir Putin
    forces led by Khalifa Haftar;;2020-01-01;LBY.REB;
    Dutch court;;;NLD.JUD;Dutch court
    Gen. Ngo Xuan Lich;VNM;;VNM.MIL;Ngo Xuan Lich
    soldiers killed in Mali;;;MLI.MIL;
    civilians wounded in Ukraine;;;UKR.CIV;
    rebels supported by Rwanda;COD;;COD.REB;
    Mikhail S. Gorbachev;;1990-01-01;RUS.GOV;Mikhail Gorbachev
    Trump;;2016-06-01;USA.GOV;Donald Trump
    party officials;CHN;;CHN.OPP;party officials
    UN staff;AFG;;IGO.UN;United Nations
    UNHCR staff;;;IGO.UN;
    an Israeli soldier;;;ISR.MIL;Israeli soldier
    Islamabad High Court;;;PAK.JUD;Islamabad High Court
    British High Commissioner Brian Donnelly;;;GBR.GOV;Brian Donnelly
    Ukrainian soldiers;;2023-06-01;UKR.MIL;
    Russian-backed separatists;;2023-06-01;UKR.REB;Donetsk and Luhansk separatists
    the Kremlin;;2023-06-01;RUS.GOV;
    Kremlin spokesman Dmitry Peskov;;2023-06-01;RUS.GOV;Dmitry Peskov
    Downing Street;;2023-06-01;GBR.GOV;
    the White House;;2023-06-01;USA.GOV;
    White House spokesman;;2023-06-01;USA.GOV;
    Pentagon spokesman John Kirby;;2023-06-01;USA.GOV;John Kirby
    U.S. President Donald Trump;;2023-06-01;USA.GOV;Donald Trump
    President Joe Biden's administration;;2023-06-01;USA.GOV;
    the Biden administration;;2023-06-01;USA.GOV;
    the Taliban government;;2023-06-01;AFG.REB;Taliban
    Taliban spokesman Zabihullah Mujahid;;2023-06-01;AFG.REB;Zabihullah Mujahid
    Pakistani Taliban;;2023-06-01;PAK.REB;Tehrik-i-Taliban Pakistan
    the Pakistani army;;2023-06-01;PAK.MIL;
    Pakistan's army chief;;2023-06-01;PAK.MIL;Asim Munir
    Pakistan's Inter-Services Intelligence;;2023-06-01;PAK.SPY;Inter-Services Intelligence
    Indian troops;;2023-06-01;IND.MIL;
    India's external affairs ministry;;2023-06-01;IND.GOV;
    Kashmiri separatists;;2023-06-01;IND.REB;
    Kashmiri militants;;2023-06-01;IND.REB;
    Rohingya refugees;;2023-06-01;MMR.REF;
    Syrian refugees in Lebanon;;2023-06-01;SYR.REF;
    Palestinian militants;;2023-06-01;PSE.REB;
    Palestinian Islamic Jihad;;2023-06-01;PSE.REB;Palestinian Islamic Jihad
    Hamas gunmen;;2023-06-01;PSE.REB;
    a Hamas official;;2023-06-01;PSE.REB;
    Hamas-run health ministry;;2023-06-01;PSE.GOV;Gaza Health Ministry
    the Gaza Health Ministry;;2023-06-01;PSE.GOV;Gaza Health Ministry
    Israeli police;;2023-06-01;ISR.COP;
    the Israeli military;;2023-06-01;ISR.MIL;Israel Defense Forces
    Israel's prime minister;;2023-06-01;ISR.GOV;Benjamin Netanyahu
    Israeli Prime Minister Benjamin Netanyahu;;2023-06-01;ISR.GOV;Benjamin Netanyahu
    Hezbollah fighters;;2023-06-01;LBN.REB;
    Lebanese army soldiers;;2023-06-01;LBN.MIL;
    Iranian-backed Houthi rebels;;2023-06-01;YEM.REB;Houthis
    Houthi rebels;;2023-06-01;YEM.REB;Houthis
    Yemen's internationally recognised government;;2023-06-01;YEM.GOV;
    the Saudi-led coalition;;2023-06-01;;Saudi-led coalition
    Saudi Crown Prince Mohammed bin Salman;;2023-06-01;SAU.GOV;Mohammed bin Salman
    the Syrian army;;2023-06-01;SYR.MIL;Syrian Arab Army
    pro-government militias;;2023-06-01;;
    Syrian opposition;;2023-06-01;SYR.OPP;
    opposition fighters;;2023-06-01;;
    rebel commander Abu Ali;;2023-06-01;;
    Kurdish rebels;;2023-06-01;TUR.REB;Kurdistan Workers' Party
    Kurdish-led SDF;;2023-06-01;SYR.REB;Syrian Democratic Forces
    Turkish-backed rebels;;2023-06-01;;
    Turkish warplanes;;2023-06-01;TUR.MIL;
    the Turkish air force;;2023-06-01;TUR.MIL;
    Egyptian judge;;2023-06-01;EGY.JUD;
    Egypt's public prosecutor;;2023-06-01;EGY.JUD;
    a Libyan militia;;2023-06-01;LBY.REB;
    forces loyal to Khalifa Haftar;;2023-06-01;LBY.REB;
    Haftar's forces;;2023-06-01;LBY.REB;Libyan National Army
    the Tripoli-based government;;2023-06-01;LBY.GOV;
    Sudanese paramilitaries;;2023-06-01;SDN.REB;
    Rapid Support Forces;;2023-06-01;SDN.REB;Rapid Support Forces
    the RSF;;2023-06-01;SDN.REB;Rapid Support Forces
    Reporters Without Borders;;2023-06-01;;Reporters Without Borders
    Sudan's army;;2023-06-01;SDN.MIL;Sudanese Armed Forces
    Ethiopian federal troops;;2023-06-01;ETH.MIL;
    Tigrayan forces;;2023-06-01;ETH.REB;Tigray Defence Forces
    Eritrean soldiers;;2023-06-01;ERI.MIL;
    Amhara militiamen;;2023-06-01;ETH.REB;
    Somali pirates;;2023-06-01;SOM.CRM;Somali pirates
    al-Shabab militants;;2023-06-01;SOM.REB;
    African Union peacekeepers;;2023-06-01;IGO.AU;African Union
    UN peacekeepers;;2023-06-01;IGO.UN;UN peacekeepers
    a UN spokesman;;2023-06-01;IGO.UN;
    the UN secretary-general;;2023-06-01;IGO.UN;António Guterres
    UN Secretary-General Kofi Annan;;2023-06-01;IGO.UN;Kofi Annan
    Secretary-General António Guterres;;2023-06-01;IGO.UN;António Guterres
    the European Commission;;2023-06-01;IGO.EU;European Commission
    NATO forces;;2023-06-01;IGO.NATO;NATO
    NATO Secretary General Jens Stoltenberg;;2023-06-01;IGO.NATO;Jens Stoltenberg
    the OSCE;;2023-06-01;IGO.OSCE;OSCE
    the International Criminal Court;;2023-06-01;IGO.ICC;International Criminal Court
    ICC prosecutor;;2023-06-01;IGO.ICC;
    aid workers;;2023-06-01;;
    local journalists;;2023-06-01;;
    Reuters;;2023-06-01;GBR.MED;Reuters
    a Reuters correspondent;;2023-06-01;GBR.MED;
    the state news agency SANA;;2023-06-01;SYR.MED;SANA
    state television;;2023-06-01;;
    opposition leader Aung San Suu Kyi;;2023-06-01;MMR.OPP;Aung San Suu Kyi
    Myanmar's military junta;;2023-06-01;MMR.MIL;
    the junta;;2023-06-01;;
    Arakan Army;;2023-06-01;MMR.REB;Arakan Army
    ethnic armed groups;;2023-06-01;;
    M23 rebels;;2023-06-01;COD.REB;March 23 Movement
    Rwandan troops;;2023-06-01;RWA.MIL;Rwanda Defence Force
    Congolese army;;2023-06-01;COD.MIL;Armed Forces of the Democratic Republic of the Congo
    Rwandan-backed M23 rebels;;2023-06-01;COD.REB;March 23 Movement
    Hutu militiamen;;2023-06-01;RWA.REB;
    Tutsi civilians;;2023-06-01;RWA.CIV;
    Fulani herdsmen;;2023-06-01;NGA.CIV;
    Boko Haram;;2023-06-01;NGA.REB;Boko Haram
    Nigerian soldiers;;2023-06-01;NGA.MIL;
    Nigeria's president;;2023-06-01;NGA.GOV;Bola Tinubu
    Colombia's FARC rebels;;2023-06-01;COL.REB;Revolutionary Armed Forces of Colombia
    drug traffickers;;2023-06-01;;
    gunmen;;2023-06-01;;
    unidentified gunmen;;2023-06-01;;
    masked men;;2023-06-01;;
    a suicide bomber;;2023-06-01;;
    a suspected militant;;2023-06-01;;
    tribal elders;;2023-06-01;;
    village elders;;2023-06-01;;
    religious leaders;;2023-06-01;;
    Catholic priests;;2023-06-01;;
    Buddhist monks;;2023-06-01;;
    a Shiite cleric;;2023-06-01;;
    Sunni insurgents;;2023-06-01;;
    Christian villagers;;2023-06-01;;
    Muslim residents;;2023-06-01;;
    protesters;;2023-06-01;;
    student protesters;;2023-06-01;;
    anti-coup protesters;;2023-06-01;;
    pro-democracy activists;;2023-06-01;;
    trade unions;;2023-06-01;;
    workers;;2023-06-01;;
    farmers;;2023-06-01;;
    women and children;;2023-06-01;;
    refugees;;2023-06-01;;
    schoolgirls;;2023-06-01;;
    hostages;;2023-06-01;;
    prisoners of war;;2023-06-01;;
    a police station;;2023-06-01;;
    an army base;;2023-06-01;;
    a hospital;;2023-06-01;;
    a church;;2023-06-01;;
    a mosque;;2023-06-01;;
    the parliament;;2023-06-01;;
    Ukraine's parliament;;2023-06-01;UKR.LEG;
    lawmakers;;2023-06-01;;
    Iran's Supreme Leader Ayatollah Ali Khamenei;;2023-06-01;IRN.GOV;Ali Khamenei
    the Iranian foreign minister;;2023-06-01;IRN.GOV;Hossein Amir-Abdollahian
    Iran's Revolutionary Guards;;2023-06-01;IRN.MIL;Islamic Revolutionary Guard Corps
    the CIA;;2023-06-01;USA.SPY;Central Intelligence Agency
    MI6;;2023-06-01;GBR.SPY;MI6
    Mossad;;2023-06-01;ISR.SPY;Mossad
    the FSB;;2023-06-01;RUS.SPY;Federal Security Service
    Russia's Defence Ministry;;2023-06-01;RUS.GOV;
    Russian Defense Minister Sergei Shoigu;;2023-06-01;RUS.GOV;Sergei Shoigu
    Donetsk separatists;;2023-06-01;UKR.REB;Donetsk People's Republic
    separatist leader Alexander Zakharchenko;;2023-06-01;UKR.REB;Alexander Zakharchenko
    Wagner mercenaries;;2023-06-01;RUS.REB;Wagner Group
    Chechen leader Ramzan Kadyrov;;2023-06-01;RUS.GOV;Ramzan Kadyrov
    Chechen fighters;;2023-06-01;RUS.REB;Chechen Republic of Ichkeria
    Georgian troops;;2023-06-01;GEO.MIL;
    South Ossetian separatists;;2023-06-01;GEO.REB;South Ossetian authorities
    Bosnian Serbs;;2023-06-01;BIH.CIV;
    Bosnian Serb forces;;2023-06-01;BIH.REB;Bosnian Serb forces
    Serb leader Radovan Karadzic;;2023-06-01;BIH.REB;Radovan Karadžić
    Kosovo Albanians;;2023-06-01;XKX;
    Kosovo Liberation Army;;2023-06-01;SRB.REB;Kosovo Liberation Army
    Yugoslav President Slobodan Milosevic;;2023-06-01;SRB.GOV;Slobodan Milošević
    the Yugoslav army;;2023-06-01;SRB.MIL;Yugoslav People's Army
    the IRA;;2023-06-01;GBR.REB;Irish Republican Army
    Sinn Fein;;2023-06-01;GBR.OPP;Sinn Fein
    Catholic residents;;2023-06-01;;
    Basque separatists;;2023-06-01;ESP.REB;ETA
    Tamil Tigers;;2023-06-01;LKA.REB;Liberation Tigers of Tamil Eelam
    Tamil rebels;;2023-06-01;LKA.REB;Liberation Tigers of Tamil Eelam
    Maoist rebels;;2023-06-01;;
    Filipino troops;;2023-06-01;PHL.MIL;
    the Moro Islamic Liberation Front;;2023-06-01;PHL.REB;Moro Islamic Liberation Front
    Abu Sayyaf;;2023-06-01;PHL.REB;Abu Sayyaf
    Chinese officials;;2023-06-01;CHN.GOV;
    China's foreign ministry;;2023-06-01;CHN.GOV;
    Chinese Foreign Ministry spokeswoman Mao Ning;;2023-06-01;CHN.GOV;Mao Ning
    Taiwan's defence ministry;;2023-06-01;TWN.GOV;
    North Korean leader Kim Jong Un;;2023-06-01;PRK.GOV;Kim Jong-un
    South Korea's military;;2023-06-01;KOR.MIL;
    Japan's prime minister;;2023-06-01;JPN.GOV;Fumio Kishida
    Washington;;2023-06-01;USA;United States
    Moscow;;2023-06-01;RUS;Russia
    Tehran;;2023-06-01;IRN;Iran
    Brussels;;2023-06-01;BEL;Belgium
    Baghdad;;2023-06-01;IRQ;Iraq
    Khartoum;;2023-06-01;SDN;Sudan
    Western diplomats;;2023-06-01;;
    the international community;;2023-06-01;;
    world powers;;2023-06-01;;
    neighbouring countries;;2023-06-01;;
    the coalition;;2023-06-01;;
    coalition forces;;2023-06-01;;
    US-led coalition forces;;2023-06-01;;
    coalition aircraft;;2023-06-01;;
    foreign fighters;;2023-06-01;;
    mercenaries;;2023-06-01;;
    peacekeepers;;2023-06-01;;
    thousands of demonstrators;;2023-06-01;;
    dozens of civilians;;2023-06-01;;
    hundreds of Syrian refugees;;2023-06-01;SYR.REF;
    a group of armed men;;2023-06-01;;
    members of parliament;;2023-06-01;;
    residents of Mariupol;;2023-06-01;;
    people in the town;;2023-06-01;;
    the mayor of Kyiv;;2023-06-01;UKR.GOV;
    Kyiv's mayor;;2023-06-01;UKR.GOV;
    Kharkiv governor Oleh Syniehubov;;2023-06-01;UKR.GOV;Oleh Syniehubov
    the regional governor;;2023-06-01;;
    Deputy Foreign Minister Sergei Ryabkov;;2023-06-01;RUS.GOV;Sergei Ryabkov
    former president Hosni Mubarak;;2023-06-01;EGY.GOV;Hosni Mubarak
    former prime minister Tony Blair;;2023-06-01;GBR.GOV;Tony Blair
    ex-rebels;;2023-06-01;;
    Maj. Gen. Igor Konashenkov;;2023-06-01;RUS.MIL;Igor Konashenkov
    Gen. David Petraeus;;2023-06-01;USA.MIL;David Petraeus
    Sgt. John Smith;;2023-06-01;;
    Dr. Hassan;;2023-06-01;;
    lawyer Mohammed Zaki;;2023-06-01;;
    human rights activist Ales Bialiatski;;2023-06-01;;
    Human Rights Watch researcher;;2023-06-01;;
    Doctors Without Borders;;2023-06-01;;Médecins Sans Frontières
    an MSF hospital;;2023-06-01;;
    Syrian Observatory for Human Rights;;2023-06-01;SYR.NGO;Syrian Observatory for Human Rights
    the Britain-based Syrian Observatory for Human Rights;;2023-06-01;SYR.NGO;Syrian Observatory for Human Rights
    Gazprom;;2023-06-01;RUS.BUS;Gazprom
    oil companies;;2023-06-01;;
    an oil tanker;;2023-06-01;;
    American oil company Chevron;;2023-06-01;USA.BUS;Chevron
    """
