using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Clustering;

/// <summary>
/// Whether the bot runs alone or as one of several nodes, from the configuration section <c>Cluster</c>. The nodes are Orleans silos; what they share is the
/// database, whose conditional updates are the guarantee that an inspector's session has one owner. Orleans' own directory of grains, which is kept in
/// the nodes' memory, is the fast path to that owner.
/// </summary>
internal sealed class ClusterSettings
{
    public const string Section = "Cluster";

    /// <summary>The name of the connection string.</summary>
    public const string ConnectionStringName = "Cluster";

    /// <summary>The <see cref="Provider"/> of a bot that runs alone.</summary>
    public const string Localhost = "Localhost";

    /// <summary>The <see cref="Provider"/> of one node of several.</summary>
    public const string Redis = "Redis";

    /// <summary>
    /// <c>Localhost</c> (default): one node, which nobody can join. <c>Redis</c>: one of several nodes that find each other through the Redis server of
    /// <c>ConnectionStrings:Cluster</c>; they share a PostgreSQL database.
    /// </summary>
    public string Provider { get; set; } = Localhost;

    /// <summary>
    /// The cluster that the node joins: the same for all its nodes, another for every other deployment on the same Redis server. Default
    /// <c>supervisorbot</c>; at most 100 characters.
    /// </summary>
    [Required, StringLength(100)]
    public string ClusterId { get; set; } = "supervisorbot";

    /// <summary>The service that the cluster runs, which stays the same for its whole life. Default <c>SupervisorBot</c>; at most 100 characters.</summary>
    [Required, StringLength(100)]
    public string ServiceId { get; set; } = "SupervisorBot";

    /// <summary>
    /// The IP address under which the other nodes reach this one, and on which it listens for them. Null (default): the first that the machine's name stands for.
    /// What the nodes tell each other is neither encrypted nor authenticated: keep it within a private network. Used with <c>Redis</c> alone.
    /// </summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>The TCP port on which the node listens for the other nodes, used with <c>Redis</c> alone. 0 takes a free one. Default 0; 0 to 65535.</summary>
    [Range(0, 65535)]
    public int SiloPort { get; set; }

    /// <summary>
    /// How long a node waits for another one's answer to a probe, and how often it probes. Orleans adapts the wait to the times measured, from half of this to
    /// four times as long. Default 1 second; 200 milliseconds to 30 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:00:30")]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// After how many unanswered probes in a row a node votes another one dead, the last of them sent through a third node where there is one. Of two nodes one
    /// vote decides, of three or more two votes do. Default 3; 1 to 20.
    /// </summary>
    [Range(1, 20)]
    public int MissedProbes { get; set; } = 3;

    /// <summary>
    /// How often a node writes into Redis that it is alive. One that has missed three of them has no weight in a vote, so that after the death of all nodes
    /// a new one starts within about three of these spans. Default 3 seconds; 1 second to 5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan SignOfLifeInterval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether the node is one of several.</summary>
    internal bool IsRedis => string.Equals(Provider, Redis, StringComparison.OrdinalIgnoreCase);
}
