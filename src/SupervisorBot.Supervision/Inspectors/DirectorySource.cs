namespace SupervisorBot.Supervision.Inspectors;

/// <summary>Where the inspectors and teams are kept.</summary>
public enum DirectorySource
{
    /// <summary>In the configuration.</summary>
    Configuration,

    /// <summary>In the database.</summary>
    Database,
}
