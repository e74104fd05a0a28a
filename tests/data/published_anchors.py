"""The phrase around each figure that a document gives in its text: '{}' stands where the number is.

The phrase must occur once in its section. (file, document, section, table) -> (row, column) -> phrase.
"""

from __future__ import annotations

ANCHORS: dict[tuple[str, str, str, str], dict[tuple[str, str], str]] = {
    (
        "recorded_crime_in_text.csv",
        "mopac-quarterly-2017-18-q1",
        "Total Notifiable Offences (TNO)",
        "Total notifiable offences (text)",
    ): {
        (
            "Total Notifiable Offences",
            "Increase on Q1 2016/17",
        ): "with over {} more offences recorded in Q1 2017/18",
        ("London", "Change on the previous 12 months"): "recorded crime in London increased by {}% compared",
        (
            "Rest of England and Wales",
            "Change on the previous 12 months",
        ): "were greater than in London: {}% and",
        (
            "Most similar metropolitan forces",
            "Change on the previous 12 months",
        ): "12.5% and {}% respectively",
    },
    (
        "recorded_crime_in_text.csv",
        "mopac-quarterly-2017-18-q1",
        "Recorded crime 12 month average",
        "Recorded crime, London and the rest of England and Wales (text)",
    ): {
        ("London", "Change on the previous year"): "overall increase in crime in London ({}% compared",
        ("Rest of England and Wales", "Change on the previous year"): "(where the increase was {}%)",
    },
    (
        "recorded_crime_in_text.csv",
        "met-business-plan-2017-18",
        "8 Local priority crimes 2017-18",
        "Trends in local priority crimes (text)",
    ): {
        ("Burglary", "Decrease on previous year"): "Burglary offences were down by {} per cent in 2016-17",
        (
            "Violence against the person",
            "Change on previous year",
        ): "has shown increases of {} per cent over last year",
        (
            "Violence against the person",
            "More offences than the previous year",
        ): "over last year ({} more offences)",
        ("Violence with injury", "Change on previous year"): "Violence with injury (VWI) up by {} per cent",
        (
            "Violence with injury",
            "More offences than the previous year",
        ): "up by 2.4 per cent ({} more offences)",
        (
            "Violence without injury",
            "Change on previous year",
        ): "violence without injury increasing by {} per cent",
        (
            "Violence without injury",
            "More offences than the previous year",
        ): "increasing by 4.8 per cent ({} more offences)",
        ("Robbery", "Change on previous year"): "Robbery was up by {} per cent in 2016-17",
        ("Robbery", "More offences than the previous year"): "12.1 per cent in 2016-17 ({} more offences)",
        ("Personal robbery", "Change on previous year"): "increases in personal robbery by {} per cent",
        ("Business robbery", "Change on previous year"): "increase in business robbery by {} per cent",
        ("Theft", "Change on previous year"): "Theft as a whole increased by {} per cent",
        (
            "Theft from the person",
            "Change on previous year",
        ): "Theft from the person increased by {} per cent",
        (
            "Theft from the person",
            "Share that is theft of mobile phones",
        ): "now account for around {} per cent of all theft person",
        (
            "Theft from motor vehicles",
            "Change on previous year",
        ): "Theft from motor vehicles increased by {} per cent",
    },
    (
        "recorded_crime_in_text.csv",
        "met-business-plan-update-2018-19-q1",
        "Quarter 1 overview",
        "End of year crime statistics (text)",
    ): {
        ("Total Notifiable Offences", "Previous year"): "per cent ({} to 827,225",
        ("Total Notifiable Offences", "Year"): "(777,458 to {} offences",
        ("Total Notifiable Offences", "Change"): "increased by {} per cent (777,458",
        ("Violence against the person", "Previous year"): "per cent ({} to 250,287",
        ("Violence against the person", "Year"): "(237,774 to {} offences",
        ("Violence against the person", "Change"): "Violence against the person was up by {} per cent",
        ("Knife crime", "Previous year"): "per cent ({} to 14,680",
        ("Knife crime", "Year"): "(12,115 to {} offences",
        ("Knife crime", "Change"): "Knife crime offences were up by {} per cent",
        (
            "Knife crime injuries to under 25s",
            "Change at present",
        ): "present have increased by {} per cent compared to + 24",
        (
            "Knife crime injuries to under 25s",
            "Change, same period last year",
        ): "compared to + {} per cent for the same period last year",
    },
    (
        "recorded_crime_in_text.csv",
        "met-business-plan-update-2018-19-q1",
        "Local crime priorities",
        "Burglary (text)",
    ): {
        (
            "Burglary",
            "Boroughs where it is a local priority",
        ): "Burglary is a local crime priority in {} of the London boroughs",
        ("Burglary", "Change on Q1 2017-18"): "Whilst offences went up {} per cent in Quarter 1",
        (
            "Burglary in boroughs where it is a priority",
            "Change on Q1 2017-18",
        ): "we managed to contain the rise to {} per cent",
        ("Burglary in Havering", "Decrease on Q1 2017-18"): "we achieved a {} per cent decrease in Havering",
        ("Operation Mexico", "People charged"): "more than {} people have been charged",
        ("Operation Mexico", "Offences charged"): "charged with over {} offences",
    },
    (
        "hate_crime.csv",
        "met-business-plan-2017-18",
        "3.1 Making every community safer",
        "Hate crime (text)",
    ): {
        (
            "Reported hate crime",
            "Change on previous year",
        ): "In 2016, there was a {} per cent rise in reported hate crime",
        ("Sanction detections", "Cases a year"): "stand stable at about {} cases a year",
        ("Specially trained investigators", "Number"): "We have over {} specially trained investigators",
    },
    (
        "hate_crime.csv",
        "mopac-quarterly-2017-18-q1",
        "Hate Crime",
        "Racist and religious hate crime (text)",
    ): {
        ("Racist and religious hate crime", "July 2016"): "with a total of {} crimes recorded in July 2016",
        ("Racist and religious hate crime", "June 2017"): "offences recorded by the MPS – {} compared",
        ("Racist and religious hate crime", "May 2017"): "1,908 compared to {} in the preceding month",
    },
    (
        "anti_social_behaviour.csv",
        "mopac-quarterly-2017-18-q1",
        "Anti-Social Behaviour (ASB)",
        "Anti-social behaviour calls (text)",
    ): {
        (
            "Calls related to anti-social behaviour",
            "Q1 2017/18",
        ): "there were over {} calls to the Met related to ASB",
        ("Calls classed as nuisance", "Share of calls"): "Of these {}% were classed as",
    },
    (
        "violence_against_women_and_girls.csv",
        "mopac-quarterly-2017-18-q1",
        "High harm crime",
        "Domestic abuse (text)",
    ): {
        (
            "Domestic abuse",
            "Share of all recorded crimes",
        ): "represent approximately {} in ten of all recorded crimes",
    },
    (
        "violence_against_women_and_girls.csv",
        "mopac-quarterly-2017-18-q1",
        "Violence Against Women and Girls",
        "Domestic abuse and sexual offences (text)",
    ): {
        ("Domestic abuse", "Q1 2017/18"): "there were {} recorded domestic abuse offences",
        (
            "Domestic abuse",
            "More than Q1 2016/17",
        ): "recorded domestic abuse offences across London. This is {} more offences",
        ("Domestic abuse", "Change on Q1 2016/17"): "the level of recorded domestic abuse is {}% higher",
        ("Sexual offences", "Q1 2017/18"): "there were {} recorded sexual offences",
        (
            "Sexual offences",
            "More than Q1 2016/17",
        ): "recorded sexual offences across London. This is {} more offences",
        ("Sexual offences", "Change on Q1 2016/17"): "the level of recorded sexual offences is {}% higher",
    },
    (
        "violence_against_women_and_girls.csv",
        "mopac-quarterly-2017-18-q1",
        "Violence Against Women and Girls",
        "Harmful practices (text)",
    ): {
        ("Honour based violence", "As of end of March 2017"): "there were {} recorded HBV offences",
        (
            "Honour based violence",
            "Preceding year",
        ): "recorded HBV offences compared to {} in the preceding year",
        ("Forced marriage", "2016/17"): "recorded levels in 2016/17 of {} offences",
        ("Forced marriage", "2015/16"): "a similar level of {} in 2015/16",
        ("Female genital mutilation", "In the last year"): "there were only {} offences flagged as FGM",
    },
    (
        "violence_against_women_and_girls.csv",
        "met-business-plan-2017-18",
        "3.1 Making every community safer",
        "Rape, sexual offences, domestic abuse and stalking (text)",
    ): {
        (
            "Adults experiencing serious sexual assault or rape",
            "A year, Crime Survey estimate",
        ): "each year about {} adults in London",
        ("Rape", "Year to November 2015"): "number of rapes has increased from {} (year to November 2015)",
        ("Rape", "Year to November 2016"): "to {} (year to November 2016)",
        ("All other sexual offences", "Year to November 2015"): "All other sexual offences rose from {} to",
        ("All other sexual offences", "Year to November 2016"): "rose from 10,243 to {} over the same period",
        (
            "Adults aged 16 to 59 who experienced domestic abuse, England and Wales",
            "12 months before interview",
        ): "survey reports that {} per cent of adults aged 16 to 59",
        (
            "Women aged 16 to 59 who experienced domestic abuse, England and Wales",
            "12 months before interview",
        ): "({} per cent for women and",
        (
            "Men aged 16 to 59 who experienced domestic abuse, England and Wales",
            "12 months before interview",
        ): "for women and {} per cent for men",
        (
            "Adults aged 16 to 59 who experienced domestic abuse, London",
            "12 months before interview",
        ): "rate of any region, at {} per cent",
        (
            "Domestic abuse crimes and incidents reported",
            "2011-12",
        ): "In 2011-12 there were {} reported crimes",
        (
            "Domestic abuse crimes and incidents reported",
            "Last year",
        ): "Last year there were {}. This indicates",
        ("Stalking", "2013"): "stalking have increased significantly, from {} in 2013",
        ("Stalking", "2016"): "from 181 in 2013 to {} in 2016",
    },
    (
        "violence_against_women_and_girls.csv",
        "mopac-quarterly-2017-18-q1",
        "Annex A: Tackling violence against women and girls",
        "Community Safety Units (text)",
    ): {
        (
            "Officers and staff in borough Community Safety Units",
            "Number",
        ): "bring the total up to just over {}. All",
    },
    (
        "knife_and_gun_crime.csv",
        "mopac-quarterly-2017-18-q1",
        "Fraud & Cybercrime and Gun Crime",
        "Gun crime (text)",
    ): {
        (
            "Gun crime offences",
            "Quarterly average, Q1 2014/15 to Q3 2015/16",
        ): "averaging {} offences each quarter",
    },
    (
        "knife_and_gun_crime.csv",
        "mopac-quarterly-2017-18-q1",
        "Keeping children and young people safe",
        "Knife crime, victims under 25 (text)",
    ): {
        (
            "Victims under 25 of knife crime with injury",
            "More than Q1 2016/17",
        ): "Q1 2017/18 has seen {} more victims than Q1 2016/17",
    },
    (
        "knife_and_gun_crime.csv",
        "mopac-quarterly-2017-18-q1",
        "Annex A: Our focused priorities",
        "Safeguarding officers (text)",
    ): {
        ("More officers for safeguarding across London", "Ambition"): "with {} more officers across London",
    },
    (
        "knife_and_gun_crime.csv",
        "mopac-quarterly-2017-18-q1",
        "Annex A: Knife Crime",
        "Knife crime activity (text)",
    ): {
        ("New taskforce", "Officers"): "established a new taskforce of {} officers",
        (
            "People charged with possession of a knife",
            "Since May 2016",
        ): "over {} people have been charged with possession",
        ("Charge rate, possession of a knife", "Since May 2016"): "representing a charge rate of {} per cent",
        ("Latest phase of Operation Sceptre", "Arrests"): "phase saw more than {} arrests",
        (
            "Latest phase of Operation Sceptre",
            "Weapons taken off the streets",
        ): "and over {} weapons taken off",
        ("Safer Schools Officers", "Number"): "where we have {} Safer Schools Officers",
        ("Young people reached in schools", "Past year"): "(over {} young people reached over the past year)",
    },
    (
        "knife_and_gun_crime.csv",
        "met-business-plan-2017-18",
        "3.1 Making every community safer",
        "Knife crime and gangs (text)",
    ): {
        ("Knife crime offences", "2016"): "In 2016 there were {} knife crime offences",
        (
            "Knife crime offences",
            "Share related to personal robbery",
        ): "of which {} per cent were related to personal robbery",
        ("Boroughs where numbers increased", "2016"): "nationally and in {} of London",
        ("Cases where victims are under 25", "2016"): "per cent of the {} cases where victims are under 25",
        (
            "Cases where victims are under 25",
            "Share by gang members",
        ): "number of stabbings ({} per cent of the",
        (
            "Knife offences",
            "Share related to gangs",
        ): "only {} per cent of total knife offences are related to gangs",
        (
            "Gang-related violence",
            "Reduction over the past four years",
        ): "and the reduction, by {} per cent over the past four years",
        ("Operation Sceptre", "Knives seized, May 2017"): "activities and seized {} knives",
        ("Operation Sceptre", "Firearms seized, May 2017"): "380 knives, {} firearms",
        ("Operation Sceptre", "Offensive weapons seized, May 2017"): "17 firearms and {} offensive weapons",
        ("Operation Sceptre", "Arrests, May 2017"): "We made {} arrests including",
        (
            "Operation Sceptre",
            "Knife related arrests, May 2017",
        ): "arrests including {} knife related arrests",
    },
    (
        "knife_and_gun_crime.csv",
        "met-business-plan-update-2017-18-q2",
        "Making London safer",
        "Corrosive-based crime (text)",
    ): {
        ("Corrosive based crimes", "2016"): "In 2016, there were {} corrosive based crimes",
    },
    (
        "knife_and_gun_crime.csv",
        "met-business-plan-update-2017-18-q2",
        "A visible presence",
        "Notting Hill Carnival (text)",
    ): {
        ("Pre-carnival operations", "Guns recovered"): "This year, {} guns and",
        ("Pre-carnival operations", "Knives recovered"): "guns and more than {} knives were recovered",
        ("Pre-carnival operations", "Weapon sweeps"): "which included more than {} weapon sweeps",
        ("Carnival", "Officers injured"): "although {} officers were injured",
    },
    (
        "knife_and_gun_crime.csv",
        "met-business-plan-update-2018-19-q1",
        "Violent crime",
        "Violent Crime Task Force (text)",
    ): {
        ("Violent Crime Task Force", "Officers"): "Taskforce is made up of {} ring-",
        ("Violent Crime Task Force", "Applications received"): "More than {} applications were received",
    },
    (
        "fraud_and_cyber_crime.csv",
        "mopac-quarterly-2017-18-q1",
        "Fraud & Cybercrime and Gun Crime",
        "Fraud and cyber crime (text)",
    ): {
        (
            "Frauds and cybercrimes reported to Action Fraud by residents",
            "12 months to June 2017",
        ): "district reported {} frauds and cybercrimes",
        ("Operation Falcon", "Officers and staff"): "With an establishment of nearly {} officers and staff",
        (
            "Operation Falcon",
            "Suspects convicted since end of 2014",
        ): "more than {} suspects have been convicted",
    },
    (
        "fraud_and_cyber_crime.csv",
        "met-business-plan-2017-18",
        "3.2 Making London safer",
        "Fraud and cyber crime (text)",
    ): {
        ("Operation Falcon", "Officers and staff"): "has an establishment of about {} officers and staff",
        (
            "National cyber-crime and fraud cases allocated to the Met",
            "15 months to October 2016",
        ): "{} per cent of the national cyber-crime and fraud cases",
        ("Falcon investigations", "Cases per year"): "We investigate {} cases per year",
        ("Judicial outcome rate", "Since 2014, from"): "judicial outcome rate has risen from {} per cent",
        ("Judicial outcome rate", "Since 2014, to"): "from 0.45 per cent to {} per cent",
        ("Modern slavery cases reported", "2015"): "reported to the Met from {} in 2015",
        ("Modern slavery cases reported", "2016"): "from 270 in 2015 to {} in 2016",
    },
    (
        "counter_terrorism.csv",
        "met-business-plan-update-2017-18-q2",
        "Making London safer",
        "Terrorism (text)",
    ): {
        ("Arrests for terrorism offences", "12 months to June 2017"): "the previous year ({} against 226)",
        ("Arrests for terrorism offences", "Previous year"): "(379 against {})",
        (
            "Arrests for terrorism offences",
            "Change",
        ): "showed an increase of {} per cent from the previous year",
        ("Foiled plots", "Last few months"): "With {} foiled plots and",
        ("Attacks", "Last few months"): "foiled plots and {} attacks in the last few months",
        (
            "Foiled plots and attacks",
            "Previous four years",
        ): "months compared to {} in the previous four years",
        ("Mental health pilot", "Cases handled"): "handled around {} cases",
    },
    (
        "counter_terrorism.csv",
        "met-business-plan-2017-18",
        "3.2 Making London safer",
        "Armed policing (text)",
    ): {
        ("Armed operations", "2016"): "In 2016, we delivered {} armed operations",
    },
    (
        "counter_terrorism.csv",
        "met-business-plan-update-2018-19-q1",
        "Terrorism",
        "Project Servator (text)",
    ): {
        (
            "Project Servator",
            "Pieces of intelligence since 2016",
        ): "has gathered more than {} pieces of intelligence",
        ("Project Servator", "Searches since 2016"): "and conducted more than {} searches",
    },
    (
        "counter_terrorism.csv",
        "mopac-quarterly-2017-18-q1",
        "Executive Summary",
        "Counter Terrorism and Protective Security Grants (text)",
    ): {
        (
            "Counter Terrorism and Protective Security Grants",
            "Forecast overspend, full year",
        ): "full year forecast includes £{}m overspend on Counter",
    },
    (
        "children_and_missing_people.csv",
        "mopac-quarterly-2017-18-q1",
        "Keeping children and young people safe",
        "Children at risk and missing (text)",
    ): {
        (
            "Children on a protection plan",
            "At any one time",
        ): "More than {} children are on a protection plan",
        ("Children who go missing", "Every quarter"): "More than {} children go missing every quarter",
    },
    (
        "children_and_missing_people.csv",
        "met-business-plan-2017-18",
        "3.1 Making every community safer",
        "Children at risk and missing (text)",
    ): {
        (
            "Children on a protection plan",
            "At any one time",
        ): "more than {} children are on a protection plan",
        ("Child abuse cases investigated", "Last year"): "we investigated over {} child abuse cases",
        ("Children who went missing", "2016"): "In 2016, {} children went missing",
        ("Children who were victims of crime", "2016"): "over {} children were victims of crime",
        ("Children suspected of a crime", "2016"): "and more than {} were suspected of a crime",
        (
            "Missing children cases",
            "Share missing for more than two days",
        ): "last year, {} per cent were missing for more than two days",
        (
            "Children missing more than 60 times each in one year",
            "Number",
        ): "for example {} children went missing more than 60 times",
        ("Missing reports from 19 addresses", "Number"): "and more than {} missing reports originated",
        ("Safer Schools Officers", "April 2016"): "In April 2016, there were {} Safer Schools Officers",
        (
            "Children identified as at risk of child sexual exploitation",
            "Every day",
        ): "Every day we identify {} children in London at risk of CSE",
        (
            "Child sexual exploitation cases",
            "Share referred by other agencies",
        ): "which make up {} per cent of the cases",
    },
    (
        "criminal_justice.csv",
        "met-business-plan-2017-18",
        "4.5 Improving outcomes",
        "Criminal justice (text)",
    ): {
        ("Adult re-offending rate in London", "Share"): "The overall adult re-offending rate in London is {} per cent",
        ("Re-offences for each re-offender", "Average"): "with an average of {} re-offences for each re-offender",
        ("Spending in London as a result of re-offending", "Estimate"): "about £{} billion is spent in London",
        ("Arrests by the Met", "A year"): "The Met makes {} arrests a year",
        ("Pilot boroughs of community resolutions", "Number"): "from {} existing pilot boroughs",
    },
    (
        "victims_code.csv",
        "mopac-quarterly-2017-18-q1",
        "A better Criminal Justice Service for London",
        "Victims' Code of Practice: victims updated (text)",
    ): {
        ("Victims updated", "April 2014"): "are updated, compared to {}% in April 2014",
        ("Victims updated", "June 2017"): "only {}% of victims are updated",
        (
            "VCOP applicable offences",
            "April 2014",
        ): "VCOP Applicable Offences increased from {} in April 2014",
        ("VCOP applicable offences", "June 2017"): "in April 2014 to {} in June 2017",
    },
    (
        "victims_code.csv",
        "mopac-quarterly-2017-18-q1",
        "A better Criminal Justice Service for London",
        "Victims' Code of Practice: suspect arrested (text)",
    ): {
        (
            "Victims informed of suspect arrested",
            "April 2014",
        ): "has been arrested has reduced from {}% in April 2014",
        ("Victims informed of suspect arrested", "June 2017"): "from 80% in April 2014 to {}% in June 2017",
    },
    (
        "victims_code.csv",
        "mopac-quarterly-2017-18-q1",
        "A better Criminal Justice Service for London",
        "Victims' Code of Practice: suspect released (text)",
    ): {
        (
            "Victims informed of suspect released",
            "April 2014 to June 2017",
        ): "relatively constant at approximately {}%",
    },
    (
        "satisfaction_and_perception.csv",
        "mopac-quarterly-2017-18-q1",
        "Executive Summary",
        "User satisfaction (text)",
    ): {
        ("User satisfaction", "Q1 2017/18"): "although relatively high at {}%",
    },
    (
        "satisfaction_and_perception.csv",
        "mopac-quarterly-2017-18-q1",
        "Victim Satisfaction",
        "Victim satisfaction (text)",
    ): {
        (
            "Victim satisfaction",
            "Decline over the last twelve months",
        ): "has declined across the Metropolitan Police area by {}%",
    },
    (
        "satisfaction_and_perception.csv",
        "mopac-quarterly-2017-18-q1",
        "Public Perception of the police",
        "Public perception (text)",
    ): {
        (
            "Police treat everyone fairly",
            "Change, 12 months to Q1 17-18 on 12 months to Q1 16-17",
        ): "the police treat everyone fairly ({}%)",
        (
            "Deal with the things that matter",
            "Change, 12 months to Q1 17-18 on 12 months to Q1 16-17",
        ): "deal with the things that matter ({}%)",
        (
            "Feeling informed about local policing",
            "Change, 12 months to Q1 17-18 on 12 months to Q1 16-17",
        ): "feeling informed about local policing ({}%)",
        (
            "Know how to contact local SNT or Ward Officer",
            "Change, 12 months to Q1 17-18 on 12 months to Q1 16-17",
        ): "local SNT/Ward Officer ({}%)",
        ("Know how to contact local police", "Proportion"): "contact their local police (just {}%)",
        ("Feeling informed", "Proportion"): "and feeling informed ({}%)",
        (
            "Feeling informed",
            "Change over the last year",
        ): "has seen a slight reduction ({}%) over the last year",
        ("Local information", "Change"): "local information has seen an increase ({}%)",
    },
    (
        "satisfaction_and_perception.csv",
        "mopac-quarterly-2017-18-q1",
        "Satisfaction and Public Voice - Inequalities",
        "Inequalities: when a difference counts as significant (text)",
    ): {
        (
            "Difference from the overall response",
            "Significant above, plus or minus",
        ): "above +/-{}% is considered significant",
    },
    (
        "satisfaction_and_perception.csv",
        "met-business-plan-2017-18",
        "2.4 What this plan will deliver",
        "Public confidence and victim satisfaction (text)",
    ): {
        (
            "Londoners who think the Met is doing a good job in their area",
            "Currently",
        ): "Currently, {} per cent of Londoners think",
        ("Victims satisfied", "Currently"): "and {} per cent of victims are satisfied",
        (
            "Confidence in the Met",
            "Increase over the past four years",
        ): "Confidence in the Met increased {} per cent",
    },
    (
        "satisfaction_and_perception.csv",
        "met-business-plan-2017-18",
        "4.5 Improving outcomes",
        "Victims satisfied, HMIC PEEL legitimacy 2016 (text)",
    ): {
        ("Victims satisfied", "Met"): "found that {} per cent of victims were satisfied",
        ("Victims satisfied", "National average"): "below the national average ({} per cent)",
    },
    (
        "workforce.csv",
        "mopac-quarterly-2017-18-q1",
        "About The Metropolitan Police Service",
        "The Met workforce as at end of Q1 2017/18",
    ): {
        ("Officers", "End of Q1 2017/18"): "{} Officers",
        ("Special Constables", "End of Q1 2017/18"): "{} Special Constables",
        ("PCSOs", "End of Q1 2017/18"): "{} PCSOs",
        ("Staff", "End of Q1 2017/18"): "{} Staff",
    },
    ("workforce.csv", "mopac-quarterly-2017-18-q1", "Executive Summary", "Police officer numbers (text)"): {
        ("Police officers", "Maintained"): "continues to maintain over {} officers",
    },
    ("workforce.csv", "mopac-quarterly-2017-18-q1", "Workforce – Overview & Diversity", "Workforce (text)"): {
        ("Police officers", "Strategic ambition last achieved"): "this was last achieved in {}.",
        ("Police officers", "Strategic ambition"): "strategic ambition of {} police officers",
        (
            "Police staff, excluding PCSOs",
            "Reduction since 2014/15",
        ): "reduced since 2014/15 by {}% as of Q1 2017/18",
        ("Female staff", "Share of total FTE staff"): "consistently represent {}% of the total FTE staff",
        ("BAME staff", "Share of police staff"): "BAME approximately {} in four members of police staff",
    },
    (
        "workforce.csv",
        "mopac-quarterly-2017-18-q1",
        "Annex A: A transformed, modern, efficient Met",
        "Officer diversity (text)",
    ): {
        ("Female officers", "Share of all police officers"): "accounting for over a quarter ({} per cent)",
        ("BAME officers", "Share of all police officers"): "and BAME officers for {} per cent",
    },
    (
        "workforce.csv",
        "met-business-plan-update-2017-18-q2",
        "A transformed, modern, efficient Met",
        "Recruitment (text)",
    ): {
        ("Latest intake of police students", "Number"): "the latest intake of {} police students",
        (
            "Latest intake of police students",
            "Share from BAME backgrounds",
        ): "comprised {} per cent from BAME",
        ("Latest intake of police students", "Share of women"): "backgrounds and {} per cent women",
    },
    (
        "dedicated_ward_officers.csv",
        "mopac-quarterly-2017-18-q1",
        "Workforce – Dedicated Ward Officers (DWO)",
        "Dedicated Ward Officers (text)",
    ): {
        ("Wards in London", "Number"): "each of the {} wards in London",
        (
            "Dedicated Ward Officers in each ward",
            "Aim by December 2017, at least",
        ): "to have at least {} Dedicated Ward Officers",
        ("Boroughs with this coverage", "End of Q1 2017"): "achieved this coverage in {} of the 32 boroughs",
        ("Boroughs", "Number"): "in 21 of the {} boroughs",
    },
    (
        "dedicated_ward_officers.csv",
        "mopac-quarterly-2017-18-q1",
        "Anti-Social Behaviour (ASB)",
        "Dedicated Ward Officers (text)",
    ): {
        ("Dedicated Ward Officers in each ward", "Number"): "the roles of the {} Dedicated Ward Officers and",
        ("PCSOs in each ward", "Number"): "Dedicated Ward Officers and {} PCSO per ward",
        (
            "Additional Dedicated Ward Officers for the busiest wards",
            "Number",
        ): "plus an additional {} DWOs for the busiest wards",
    },
    (
        "dedicated_ward_officers.csv",
        "mopac-quarterly-2017-18-q1",
        "Annex A: A visible presence",
        "Dedicated Ward Officers (text)",
    ): {
        (
            "Dedicated Ward Officers in place",
            "June 2017",
        ): "progress has been made towards this target: {} DWOs",
        ("Dedicated Ward Officers", "Target by December 2017"): "in place against a target of {} by December",
    },
    (
        "dedicated_ward_officers.csv",
        "met-business-plan-update-2017-18-q2",
        "A visible presence",
        "Dedicated Ward Officers (text)",
    ): {
        ("Dedicated Ward Officers in place", "Quarter 2 2017-18"): "with {} in place (against a target",
        (
            "Dedicated Ward Officers",
            "Target by end of Quarter 3",
        ): "against a target of {} by the end of Quarter 3",
    },
    (
        "dedicated_ward_officers.csv",
        "met-business-plan-2017-18",
        "4.1 A visible presence",
        "Dedicated Ward Officers (text)",
    ): {
        (
            "Dedicated officers in neighbourhoods",
            "Ring-fenced",
        ): "by ring-fencing about {} dedicated officers",
        (
            "More Dedicated Ward Officers in place",
            "March 2017",
        ): "well underway with {} more DWOs in place in March 2017",
        (
            "Dedicated Ward Officers remaining",
            "By December 2017",
        ): "The remaining {} will be in place by December 2017",
    },
    ("complaints.csv", "mopac-quarterly-2017-18-q1", "Public Complaints", "Public complaints (text)"): {
        ("Allegation categories", "Number"): "recorded against one of {} allegation categories",
        (
            "Allegations of other neglect or failure in duty",
            "Share of all allegations, 2016/17",
        ): "first category accounted for {}% of all the allegations",
        ("Rank of the Met", "End of 2016/17"): "the Met was ranked {}th out of 44 forces",
        ("Forces ranked", "End of 2016/17"): "ranked 15th out of {} forces",
        (
            "Complaint cases per 100 employees",
            "Met",
        ): "receives approximately {} complaint cases per 100 employees",
        ("Complaint cases per 100 employees", "National average"): "against a national average of {} per 100",
    },
    (
        "complaints.csv",
        "met-business-plan-2017-18",
        "5.2 Training and professionalism",
        "Public complaints (text)",
    ): {
        (
            "Public complaint cases per 1,000 officers",
            "Met",
        ): "the Met recorded {} public complaint cases per 1,000 officers",
        (
            "Public complaint cases per 1,000 officers",
            "England and Wales average",
        ): "Wales average of {} cases per 1,000 officers",
    },
    (
        "complaints.csv",
        "peel-2018-19",
        "Ethical and lawful workforce behaviour",
        "Complaints about stop and search (text)",
    ): {
        ("Complaints about stop and search", "2018/19"): "received in 2018/19 ({} of 8,919)",
        ("Public complaints", "2018/19"): "2018/19 (320 of {})",
        (
            "Complaints about stop and search",
            "Share of all public complaints",
        ): "stop and search generated just {} percent of the total",
        (
            "Complaints about stop and search",
            "Reduction on the previous year",
        ): "This is a reduction of {} percent on the previous year",
    },
    ("stop_and_search.csv", "mopac-quarterly-2017-18-q1", "Annex A: Knife Crime", "Stop and search (text)"): {
        ("Arrests for weapons from stop and search", "Past year"): "resulting in over {} arrests for weapons",
        ("Arrest rate", "Past year"): "arrest rate is {} per cent, the best of any major force",
        (
            "Searches with a positive outcome",
            "Share",
        ): "and {} third of all searches result in a positive outcome",
    },
    (
        "stop_and_search.csv",
        "met-business-plan-2017-18",
        "4.3 An effective response",
        "Stop and search (text)",
    ): {
        ("Searches with a positive outcome", "Share"): "Over {} per cent of all our searches",
        ("Searches with a positive outcome", "Share, 2012"): "up from {} per cent in 2012",
        (
            "Searches where illegal objects are found",
            "Share",
        ): "illegal objects are found in {} per cent of searches",
        (
            "Arrests for weapons from stop and search",
            "Each year",
        ): "over {} arrests are made for weapons each year",
    },
    ("stop_and_search.csv", "peel-2018-19", "Treating the public fairly", "Stop and search (text)"): {
        (
            "Stop and searches that should target weapons",
            "Expected share, at least",
        ): "expects that at least {} percent of all stop and searches",
        (
            "Stop and searches that should target neighbourhood concerns",
            "Expected share",
        ): "target weapons and {} percent should target neighbourhood",
        ("Forms to be put on the system", "Within"): "inputted into the system within {} hours",
        ("Records dip-sampled by supervisors", "March 2019"): "supervisors dip-sampled {} records",
        ("Records dip-sampled by supervisors", "Share, March 2019"): "amounting to {} percent of records",
        (
            "Records unsupervised in one basic command unit",
            "Since November 2018",
        ): "one BCU having {} records unsupervised",
        ("Body-worn video devices introduced", "Number"): "The introduction of {} body-worn video devices",
        (
            "Stop and searches with body-worn video footage",
            "Share",
        ): "Some {} percent of the force's stop and searches",
        (
            "Records reviewed by the inspectorate",
            "Sample",
        ): "representative sample of {} stop and search records",
        (
            "Records reviewed with reasonable grounds",
            "Share of sample",
        ): "We found that {} percent of those records contained reasonable grounds",
    },
    ("stop_and_search.csv", "peel-2018-19", "Planning for the future", "Body-worn video (text)"): {
        (
            "Officers provided with body-worn video cameras",
            "Number",
        ): "body-worn video cameras to {} officers",
        (
            "Stop and search encounters where body-worn video is used",
            "Share",
        ): "in over {} percent of stop and search encounters",
    },
    (
        "response_and_contact.csv",
        "mopac-quarterly-2017-18-q1",
        "Annex A: An accessible force",
        "Online contact (text)",
    ): {
        (
            "Crime reports received online",
            "Since the system went live",
        ): "over {} crime reports have been received",
        (
            "Online crime reporting",
            "Share of all crime reported, June 2017",
        ): "now accounts for {} per cent of all crime reported",
        (
            "Users surveyed satisfied with online crime reporting",
            "Share",
        ): "{} per cent of users surveyed are satisfied",
        ("Online reports that are new demand", "Share"): "{} per cent of the reports represent new demand",
        (
            "Road traffic incident forms received online",
            "Since the system went live",
        ): "(over {} Road Traffic Incidents forms",
        (
            "Wards with public engagement through Voice Your Concerns",
            "Share",
        ): "To date, {} per cent of wards have seen engagement",
        (
            "Online reports of potential terrorist information",
            "Since the system went live",
        ): "we received over {} online reports",
        ("Wards tweeting at least weekly", "Share"): "increasing with {} per cent of the wards now tweeting",
    },
    (
        "response_and_contact.csv",
        "mopac-quarterly-2017-18-q1",
        "Annex A: Local and specialist investigations",
        "Body-worn video (text)",
    ): {
        ("Body Worn Video cameras rolled out", "By Q1"): "we rolled out {} Body Worn Video cameras",
        ("Evidential clips shared with the CPS", "Number"): "Over {} evidential clips",
    },
    (
        "response_and_contact.csv",
        "met-business-plan-2017-18",
        "4.2 An accessible force",
        "Reporting at front counters (text)",
    ): {
        (
            "Crimes reported at front counters",
            "Now",
        ): "only {} per cent of crimes are now reported at front counters",
        ("Crimes reported at front counters", "2006"): "down from {} per cent in 2006",
        ("Front counter visits that report a crime", "Share"): "only {} per cent are reporting a crime",
    },
    (
        "response_and_contact.csv",
        "met-business-plan-update-2017-18-q2",
        "A visible presence",
        "Response in the BCU pathfinders (text)",
    ): {
        (
            "Central North BCU, I calls (immediate)",
            "Responded to within 15 minutes",
        ): 'Central North BCU responding to {} per cent of "I Calls"',
        (
            "Central North BCU, S calls (significant)",
            "Responded to within target",
        ): "at {} per cent responded to within the target",
        (
            "East Area BCU, I calls (immediate)",
            "Responded to within target",
        ): 'progress responding to {} per cent of "I Calls"',
        (
            "East Area BCU, S calls (significant)",
            "Responded to within an hour",
        ): "responding to {} per cent within the target time of an hour",
    },
    (
        "response_and_contact.csv",
        "met-business-plan-update-2017-18-q2",
        "Local and specialist investigations",
        "Telephone and Digital Investigation Unit (text)",
    ): {
        (
            "Reported crime investigated by the unit",
            "Target",
        ): "The target is for {} per cent of all reported crime",
        (
            "Reported crime investigated by the unit",
            "Average for the first month",
        ): "average for the first month has been {} per cent",
        ("Investigations", "Per day"): "over {} investigations per day",
        ("Calls directly transferred from MetCC", "Per day"): "including {} calls directly transferred",
        ("Body Worn Video clips submitted to the CPS", "A month"): "submitting more than {} clips a month",
    },
    (
        "response_and_contact.csv",
        "met-business-plan-update-2018-19-q1",
        "Responding to the public",
        "Live Chat trial (text)",
    ): {
        ("Chats managed", "To date"): "there have been {} chats that have been managed",
        ("Chats started on the main contact us page", "Share"): "with {} per cent of total chats initiated",
        ("Chats started in the contact us forms", "Share"): "page and {} per cent within",
        ("Chats started on the crime reporting forms", "Share"): "on the Crime Reporting forms ({}%)",
        ("Chats started on the road traffic incident forms", "Share"): "the RTI forms ({}%)",
        ("Users who would use Live Chat again", "Share"): "by the user showed that {}% of them",
        ("In-vehicle mobile applications installed", "Number"): "{} IVMAs have been installed",
    },
    (
        "response_and_contact.csv",
        "peel-2018-19",
        "Meeting current demands and using resources",
        "Demand on control rooms (text)",
    ): {
        ("Crimes reported online", "Share"): "{} percent of crimes are now reported online",
        (
            "Reported crime dealt with by the telephone and digital investigation unit",
            "Share",
        ): "the TDIU deals with {} percent of all reported crime",
        (
            "Calls diverted by the interactive voice response",
            "Anticipated, lower end",
        ): "would divert {}–15 percent of all calls",
        (
            "Calls diverted by the interactive voice response",
            "Anticipated, upper end",
        ): "would divert 10–{} percent of all calls",
        (
            "Demand reduced by the interactive voice response",
            "Lower end",
        ): "It has reduced demand by {}–35 percent",
        (
            "Demand reduced by the interactive voice response",
            "Upper end",
        ): "It has reduced demand by 30–{} percent",
        (
            "999 calls answered within target time",
            "July 2018",
        ): "number of 999 calls answered within the target time increased from {} percent to 78 percent",
        (
            "999 calls answered within target time",
            "September 2018",
        ): "number of 999 calls answered within the target time increased from 56 percent to {} percent",
        (
            "101 calls answered within target time",
            "July 2018",
        ): "number of 101 calls answered within the target time increased from {} percent to 61 percent",
        (
            "101 calls answered within target time",
            "September 2018",
        ): "number of 101 calls answered within the target time increased from 7 percent to {} percent",
        (
            "Abandoned 101 calls",
            "July 2018",
        ): "number of abandoned 101 calls reduced from {} percent to 23 percent",
        (
            "Abandoned 101 calls",
            "September 2018",
        ): "number of abandoned 101 calls reduced from 57 percent to {} percent",
    },
    ("workforce.csv", "met-business-plan-2017-18", "5.1 People", "Workforce and diversity (text)"): {
        (
            "Police officers",
            "Share of those in England and Wales",
        ): "account for {} per cent of all police officers in England",
        ("Police staff", "Share of those in England and Wales"): "only for {} per cent of police staff",
        (
            "BAME officers",
            "Share of police officers, April 2017",
        ): "As at April 2017, {} per cent of our police officers",
        (
            "Female officers",
            "Share of police officers, April 2017",
        ): "BAME backgrounds and {} per cent were women. For police staff",
        ("BAME staff", "Share of police staff, April 2017"): "For police staff, {} per cent were from BAME",
        ("Female staff", "Share of police staff, April 2017"): "BAME backgrounds and {} per cent were women. But",
        ("London's population that is BAME", "Currently"): "up from {} per cent currently",
        (
            "London's population that is BAME",
            "Projected for 2020",
        ): "by 2020, {} per cent of London's population is projected",
        (
            "Recruitment intakes that are BAME",
            "Hoped for by 2020",
        ): "we hope that {} per cent of all recruitment intakes",
        ("Recruitment intakes that are female", "Hoped for by 2020"): "intakes will be BAME and {} per cent female",
        (
            "Applications for police constable posts from BAME people",
            "2016-17",
        ): "In 2016-17 over {} per cent of applications",
        (
            "Applications for police constable posts from women",
            "2016-17",
        ): "members of the community and {} per cent from women",
        ("Recruits from minority backgrounds", "12 months to March 2017"): "{} per cent were from minority backgrounds",
        ("Recruits who are women", "12 months to March 2017"): "minority backgrounds and {} per cent women",
        ("Special constables who are BAME", "Currently"): "currently consists of {}% BAME",
        ("Special constables who are female", "Currently"): "BAME and {}% female Specials",
        (
            "Business support costs",
            "Share of the budget, currently",
        ): "currently spend {} per cent of our budget on business support",
        ("Business support costs", "Share of the budget, 2014"): "costs (down from {} per cent in 2014)",
        ("Business support costs", "Share of the budget, wanted"): "reduce this further to {} per cent",
    },
    ("finance_in_text.csv", "met-business-plan-2017-18", "5.3 Finance and commercial", "Capital plan (text)"): {
        ("Capital budget", "2016-17 to 2020-21"): "capital budget of £{} billion",
        ("Funded from capital receipts", "2016-17 to 2020-21"): "this expenditure (£{} million) will be funded",
        ("Funded from grants and specific funding", "2016-17 to 2020-21"): "support a further £{} million",
        ("To be borrowed or not spent", "2016-17 to 2020-21"): "balance of roughly £{} million",
        ("Estate", "2017-18 to 2020-21"): "We will invest £{} million",
        ("Technology", "2017-18 to 2020-21"): "Some £{} million will be invested in technology",
        ("Fleet", "2017-18 to 2020-21"): "update our fleet (£{} million)",
        ("Counter-terrorism (NCTPHQ)", "2017-18 to 2020-21"): "counter-terrorism (NCTPHQ £{} million)",
    },
    (
        "finance_in_text.csv",
        "mopac-quarterly-2017-18-q1",
        "About The Metropolitan Police Service",
        "Budget (text)",
    ): {
        ("Budget", "2017/18"): "{}bn budget",
    },
    (
        "finance_in_text.csv",
        "mopac-quarterly-2017-18-q1",
        "Executive Summary",
        "Revenue and capital summary (text)",
    ): {
        (
            "Counter Terrorism and Protective Security Grants",
            "Full year forecast overspend",
        ): "year forecast includes £{}m overspend on Counter Terrorism",
        ("Revenue", "Underspend at the end of Quarter 1"): "the revenue position is a £{}m underspend",
        ("Revenue", "Full year forecast net underspend"): "forecast of a net underspend of £{}m",
        (
            "Revenue",
            "Full year forecast net underspend, share of revised budget",
        ): "£32.2m ({}%) against a revised budget",
        ("Revenue", "Revised budget"): "against a revised budget of £{}m",
        ("Capital", "Approved programme"): "capital programme that provided for £{}m of expenditure",
        ("Capital", "Over-programming"): "expenditure with £{}m of over-programming",
        ("Capital", "Forecast for the year"): "expenditure for the year is forecast at £{}m",
        ("Savings", "On track"): "is on track to deliver £{}m of the projected",
        ("Savings", "Projected"): "of the projected £{}m savings",
    },
    (
        "finance_in_text.csv",
        "mopac-quarterly-2017-18-q1",
        "Finances at a glance Q1 2017/18",
        "Forecast total 17/18 net revenue variance",
    ): {
        ("Total Q1 variance", "2017/18"): "Total Q1 Variance: {}m",
    },
    ("finance_in_text.csv", "mopac-quarterly-2017-18-q1", "Revenue", "Revenue commentary (text)"): {
        (
            "Total overtime",
            "Overspend in areas funded by Counter Terrorism and other grants",
        ): "above; £{}m relates to areas funded by Counter Terrorism",
    },
    (
        "finance_in_text.csv",
        "mopac-quarterly-2017-18-q1",
        "Revenue supporting information",
        "Revenue commentary (text)",
    ): {
        (
            "MOPAC Group",
            "Underspend if police pay underspend goes to reserves",
        ): "MOPAC Group underspend reducing to £{}m",
        ("Police overtime", "Overspend at the end of June"): "Police Overtime budget was overspent by £{}m",
        ("Police overtime", "Full year forecast overspend"): "at the end of Q1 is for a £{}m overspend",
        (
            "Running costs, Specialist Operations",
            "Forecast underspend",
        ): "SO are showing a forecast £{}m underspend",
        (
            "Income, Criminal Justice and Traffic Unit",
            "Additional",
        ): "additional income of £{}m within Criminal Justice",
        ("Income, College of Policing", "Additional"): "additional £{}m income from the College of Policing",
        ("Income, PCSO vacancies in funded posts", "Likely reduction"): "likely to reduce income by £{}m",
    },
    ("finance_in_text.csv", "mopac-quarterly-2017-18-q1", "Capital", "Capital commentary (text)"): {
        ("Property Services", "Full year variance"): "forecasting a full year variance of {}% given",
        (
            "Property Services",
            "Capital receipts budget 2017/18, before",
        ): "receipts budget for 2017/18 from £{}m to",
        ("Property Services", "Capital receipts budget 2017/18, re-profiled"): "from £71m to £{}m",
        ("Fleet Services", "Full year variance"): "a minor variance of {}% for the full year",
        ("Fleet Services", "Capital plan 2018/19, before"): "an increase from £{}m to",
        ("Fleet Services", "Capital plan 2018/19, proposed"): "from £32.8m to £{}m in 2018/19",
        ("NCTPHQ", "Full year variance"): "full year variance of {}%. NCTPHQ",
        ("Capital budget", "Underspent since 2014-15, at least"): "consistently underspent by at least {}%",
        (
            "Capital spend",
            "First quarter of 2016-17, lower than the final quarter by",
        ): "Capital spend was around {}% lower",
    },
    ("finance_in_text.csv", "mopac-quarterly-2017-18-q1", "Reserves", "Reserves of other forces (text)"): {
        (
            "Most other forces, earmarked reserves",
            "End of 2016-17, share of net budget",
        ): "at the end of 2016-17 stood at {}% for earmarked",
        (
            "Most other forces, general reserves",
            "End of 2016-17, share of net budget",
        ): "for earmarked reserves and {}% for general reserves",
    },
    ("finance_in_text.csv", "met-business-plan-2017-18", "5.3 Finance and commercial", "Finance (text)"): {
        ("Productivity savings", "Objective, a year"): "deliver {} per cent productivity savings a year",
        (
            "Back office costs",
            "Objective, share of gross expenditure by 2019-20",
        ): "back office costs to {} per cent of gross expenditure",
        ("Back office costs", "Reduction in one year"): "back office costs by {} per cent in one year",
        ("Budget reductions", "Over the next four years"): "another £{} million, over the next four years",
        ("Funding and spending", "2017-18"): "How we are funded (2017-18: £{} million)",
        ("Budget gap", "By 2020-21"): "future budget gap of £{} million by 2020-21",
        ("Extra savings to identify", "2018-19"): "identify an extra £{} million savings",
        ("Capital outturn 2016-17", "Final"): "whilst the final outturn was £{} million",
    },
    (
        "finance_in_text.csv",
        "met-business-plan-update-2018-19-q1",
        "Estates",
        "Empress State Building (text)",
    ): {
        ("Empress State Building", "Price paid by MOPAC"): "Building for £{} million",
        ("Estate transformation programme", "Overall investment"): "overall investment of £{} million",
    },
    ("finance_in_text.csv", "peel-2018-19", "Planning for the future", "Finance plans (text)"): {
        ("Budget including MOPAC", "2019/20"): "The budget for 2019/20 is £{}m",
        ("Officers", "Kept at around"): "keeping officer numbers at around {}.",
        ("Officers", "After 2022/23 without additional funding"): "at that point to approximately {}.",
        ("Savings identified", "2019/20 to 2022/23"): "identified savings amounting to £{}m",
        ("Budget gap", "By 2022/23"): "face a further budget gap of £{}m. This",
        ("Additional employer pension costs", "From 2020/21"): "pension costs amounting to £{}m",
        ("Council tax", "Increase in 2018/19 and again in 2019/20"): "increasing council tax by {} percent",
        ("Reserves", "Now"): "reserves to reduce from £{}m",
        ("Reserves", "In four years"): "from £154m to £{}m over the next four years",
        ("General reserve", "Now"): "a general reserve of £{}m",
    },
    (
        "finance_savings.csv",
        "mopac-quarterly-2017-18-q1",
        "Revenue supporting information",
        "Savings 2017/18 (text)",
    ): {
        ("Net saving required", "2017/18"): "required to deliver a net saving of £{}m",
        ("Total savings to be delivered", "2017/18"): "leaving a total of £{}m savings",
        ("Savings on track", "2017/18"): "MPS are on track to deliver £{}m",
        ("Savings with timing issues", "2017/18"): "working on delivery of a further £{}m",
        ("Savings with a high risk of non-delivery", "2017/18"): "This leaves £{}m with a high risk",
    },
    (
        "commissioning.csv",
        "mopac-quarterly-2017-18-q1",
        "MOPAC Commissioning",
        "MOPAC commissioning budget",
    ): {
        ("MOPAC commissioning budget", "2012/13"): "commissioning budget was £{}m",
        ("MOPAC commissioning budget", "2017/18"): "to a budget of £{}m in 2017/18",
    },
    (
        "commissioning.csv",
        "mopac-quarterly-2017-18-q1",
        "London Crime Prevention Fund",
        "London Crime Prevention Fund allocation (text)",
    ): {
        ("London Crime Prevention Fund", "2017/18"): "has allocated £{}m in 2017/18 to the LCPF",
        ("London Crime Prevention Fund", "2018/19"): "allocated a further £{}m in 2018/19",
    },
    (
        "peel_in_text.csv",
        "peel-2018-19",
        "Investigating crime",
        "Investigative outcomes, 12 months to September 2018",
    ): {
        (
            "Completed with no suspect identified",
            "Share of investigations",
        ): "{} percent of investigations get completed with no suspect",
        (
            "Completed and prosecution prevented",
            "Share of investigations",
        ): "{} percent have the investigation completed",
        ("Action taken", "Share of investigations"): "{} percent result in action being taken",
        (
            "Not yet assigned an outcome",
            "Share of investigations",
        ): "{} percent haven't yet been assigned an outcome",
    },
    ("peel_in_text.csv", "peel-2018-19", "Investigating crime", "Crime file review (text)"): {
        ("Files reviewed", "Number"): "(72 out of {} files reviewed)",
        ("Effective investigation", "Files"): "the investigation was effective ({} out of 90 files reviewed)",
        ("Lines of enquiry identified and pursued", "Files"): "identified and pursued ({} out of 90",
        ("Good victim care", "Files"): "Victim care was good ({} out of 90",
        (
            "Effective investigation",
            "Share",
        ): "showed that {} percent of crimes had an effective investigation",
        (
            "Lines of enquiry identified and pursued",
            "Share",
        ): "{} percent of the cases reviewed had all lines of enquiry",
        ("Ineffective supervision", "Share"): "showed that {} percent of crimes had ineffective supervision",
    },
    ("peel_in_text.csv", "peel-2018-19", "Investigating crime", "Persons wanted (text)"): {
        (
            "Persons wanted on the police national computer",
            "Metropolitan Police",
        ): "1,000 population ({} compared with",
        (
            "Persons wanted on the police national computer",
            "National average",
        ): "compared with the {} national average",
        ("Wanted offenders who are foreign nationals", "Share"): "{} percent of the force's wanted offenders",
    },
    (
        "peel_in_text.csv",
        "peel-2018-19",
        "Investigating crime",
        "Reporting, detectives and forensics (text)",
    ): {
        ("Reported crime that comes online", "Share"): "{} percent of all reported crime now comes",
        (
            "Crime dealt with by the telephone and digital investigation unit",
            "Share",
        ): "the TDIU now deals with {} percent of all crime",
        (
            "Crime closed by the unit without further investigation",
            "Share",
        ): "able to close {} percent of the crime",
        (
            "Investigations per officer in safeguarding units",
            "Often, lower end",
        ): "often to {}–30 investigations per officer",
        (
            "Investigations per officer in safeguarding units",
            "Often, upper end",
        ): "often to 20–{} investigations per officer",
        ("Established detective posts filled", "Share"): "has filled {} percent of established posts",
        (
            "Direct entry CID candidates who are female",
            "Share",
        ): "with {} percent of direct entry CID candidates being female",
        (
            "Direct entry CID candidates from BAME backgrounds",
            "Share",
        ): "being female and {} percent from black",
        ("Frontline examiners", "Fewer than three years ago"): "There are {} fewer frontline examiners",
        (
            "Burglaries investigated that crime scene examiners attend",
            "Share",
        ): "now only attend {} percent of the burglaries",
        (
            "Standard forensic submissions",
            "Average time to complete",
        ): "taking an average of {} days to complete",
        ("Disclosure champions", "Now"): "disclosure champions from {} to 500",
        ("Disclosure champions", "Planned"): "disclosure champions from 170 to {}.",
    },
    ("peel_in_text.csv", "peel-2018-19", "Protecting vulnerable people", "Domestic abuse (text)"): {
        ("Domestic abuse arrest rate", "Metropolitan Police"): "domestic abuse arrest rate is {} percent",
        ("Domestic abuse arrest rate", "England and Wales"): "England and Wales average of {} percent",
        ("MARAC cases", "Recommended by SafeLives"): "should refer to MARAC should be {}.",
        ("MARAC cases", "Discussed"): "number of cases discussed was {}.",
        (
            "MARAC cases",
            "Increase since the previous year",
        ): "This is an increase of {} since the previous year",
    },
    (
        "peel_in_text.csv",
        "peel-2018-19",
        "Protecting vulnerable people",
        "Registered sex offenders and vulnerability (text)",
    ): {
        ("Offenders per offender manager", "In some cases more than"): "managing more than {} offenders each",
        ("Offenders per offender manager", "A reasonable number, around"): "is around {} RSOs per manager",
        ("Offenders per offender manager", "2016, lower end"): "was between {} and 60 offenders each",
        ("Offenders per offender manager", "2016, upper end"): "was between 50 and {} offenders each",
        (
            "Offenders per offender manager",
            "Average across London",
        ): "consistently remains at {} offenders per offender manager",
        (
            "Officers and staff trained in safeguarding since April 2017",
            "Number",
        ): "Some {} officers and staff (including call handlers)",
        (
            "Triaged mental health cases with no use of section 136 or admission",
            "Share",
        ): "found that in {} percent of cases that were triaged",
        (
            "Incidents attended by the crisis assessment team with no section 136 or conveyance",
            "Share",
        ): "person to a hospital in {} percent of cases",
    },
    (
        "peel_in_text.csv",
        "peel-2018-19",
        "Tackling serious and organised crime",
        "Serious and organised crime (text)",
    ): {
        (
            "Organised crime groups mapped by local advisers",
            "2018",
        ): "[mapped](#) {} OCGs in this way in 2018",
        ("Divert programme", "Re-offending rate"): "re-offending rate of just {} percent",
        (
            "People with active serious crime prevention orders",
            "Currently",
        ): "currently has {} people with active SCPOs",
    },
    ("peel_in_text.csv", "peel-2018-19", "Ethical and lawful workforce behaviour", "Vetting (text)"): {
        ("Staff without appropriate vetting", "December 2018"): "backlog of approximately {} staff",
        ("Overall workforce without up-to-date vetting", "April 2019"): "{} percent of the overall workforce",
        ("Officers without up-to-date vetting", "April 2019"): "overall workforce – {} percent of officers",
        ("PCSOs without up-to-date vetting", "April 2019"): "of officers, {} percent of PCSOs",
        ("Staff without up-to-date vetting", "April 2019"): "of PCSOs and {} percent of staff",
        (
            "Recruits short because vetting could not be completed",
            "December 2018 intake",
        ): "new recruits was {} officers short",
    },
    ("peel_in_text.csv", "peel-2018-19", "Treating the public fairly", "Cadets and volunteers (text)"): {
        ("Cadets from BAME backgrounds", "Share"): "in its diversity: {} percent BAME",
        ("Female cadets", "Share"): "BAME, {} percent female",
        ("Vulnerable youths among cadets", "Share"): "female and {} percent vulnerable youths",
        ("Volunteers", "Currently"): "currently only has {} volunteers",
    },
    ("peel_in_text.csv", "peel-2018-19", "Treating the workforce fairly", "Workforce diversity (text)"): {
        ("Officers from BAME backgrounds", "Share"): "{} percent of officers are from BAME backgrounds",
        ("Police staff from BAME backgrounds", "Share"): "{} percent of [police staff]",
        ("PCSOs from BAME backgrounds", "Share"): "and {} percent of PCSOs are BAME",
        (
            "Volunteer police cadets from BAME communities",
            "Share",
        ): "BAME and {} percent of volunteer police cadets",
        ("Women among officers", "Share"): "Women account for {} percent of officer numbers",
        ("Women among police staff", "Share"): "officer numbers, {} percent of police staff",
        ("Women among PCSOs", "Share"): "police staff and {} percent of PCSOs",
    },
    ("peel_in_text.csv", "peel-2018-19", "Treating the workforce fairly", "Staff survey 2018 (text)"): {
        (
            "Staff who feel it is safe to speak up and question",
            "Share",
        ): "survey showed that {} percent of staff feel it is safe",
    },
    (
        "peel_in_text.csv",
        "peel-2018-19",
        "Meeting current demands and using resources",
        "Transformation (text)",
    ): {
        ("MetTrace, saving in police costs", "Force calculation"): "has saved £{}m in police costs",
        (
            "MetTrace, saving in costs to society",
            "Force calculation",
        ): "police costs and £{}m in costs to society",
        ("Officer posts dedicated to local priorities", "Increase"): "an increase of about {} officer posts",
    },
}
