using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>Where the inspectors and teams are kept (section <c>Directory</c>).</summary>
public sealed class DirectorySourceOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Directory";

    /// <summary>
    /// <c>Configuration</c> (default): <c>Inspectors</c> and <c>AgentTeams</c> count, and a change of them takes a restart. <c>Database</c>: the database counts
    /// and is changed in the chat with <c>/admin</c>; the two sections are put into it once, while it holds none. Passwords are read from <c>Inspectors</c> either way.
    /// </summary>
    [EnumDataType(typeof(DirectorySource))]
    public DirectorySource Source { get; set; } = DirectorySource.Configuration;
}
