namespace SupervisorBot.Supervision.Administration;

/// <summary>Why the directory was not changed.</summary>
public enum EditRefusal
{
    /// <summary>Whoever asks is no administrator, or not any more.</summary>
    NotPermitted,

    /// <summary>The directory is in the configuration, where it cannot be changed from here.</summary>
    InConfiguration,

    /// <summary>The directory cannot be read or written at present.</summary>
    Unavailable,

    /// <summary>Whether the change was stored is not known: the lists tell.</summary>
    Unknown,

    /// <summary>There is no inspector with that agent id.</summary>
    NoSuchInspector,

    /// <summary>There is no team of that name.</summary>
    NoSuchTeam,

    /// <summary>The agent id is another inspector's.</summary>
    AgentIdTaken,

    /// <summary>The person is an inspector already, under another agent id.</summary>
    PersonTaken,

    /// <summary>Another team has that name.</summary>
    TeamNameTaken,

    /// <summary>Nobody would be left who may administer.</summary>
    LastAdministrator,

    /// <summary>Inspectors have to do with that team: without it the last one of them would have to do with everyone.</summary>
    TeamInUse,

    /// <summary>The team would have neither work numbers nor groups.</summary>
    TeamEmpty,

    /// <summary>The agent id is outside 101 to 999999.</summary>
    WrongAgentId,

    /// <summary>The person's Entra object id is none.</summary>
    WrongPerson,

    /// <summary>The phone is empty, or longer than 24 characters.</summary>
    WrongPhone,

    /// <summary>A name is empty, or longer than 64 characters, or holds a comma or a quotation mark.</summary>
    WrongName,

    /// <summary>The work numbers are none.</summary>
    WrongWorkNumbers,

    /// <summary>All is as it should become already.</summary>
    NothingToChange,
}
