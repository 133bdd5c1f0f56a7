using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>One inspector of the configuration (<c>Inspectors:N:*</c>).</summary>
public sealed class InspectorOptions
{
    /// <summary>The person's Microsoft Entra object id. Required.</summary>
    [Required(AllowEmptyStrings = false)]
    public string EntraObjectId { get; set; } = "";

    /// <summary>The inspector's agent id at the gateway, 101 to 999999 (CEC API reference cec_07_0437). Required.</summary>
    [Range(101, 999_999)]
    public int AgentId { get; set; }

    /// <summary>The phone that the gateway rings, 24 characters at most (cec_07_1202). Required.</summary>
    [Required(AllowEmptyStrings = false)]
    [StringLength(24)]
    public string PhoneNumber { get; set; } = "";

    /// <summary>The name shown in cards and posts. Required.</summary>
    [Required(AllowEmptyStrings = false)]
    public string DisplayName { get; set; } = "";

    /// <summary>
    /// The gateway password of the agent id, 32 characters at most (cec_07_1202). Keep it in the environment or in user secrets. Where it is set, <c>/signin</c>
    /// signs in at once. Default: not set.
    /// </summary>
    [StringLength(32)]
    [DataType(DataType.Password)]
    public string? Password { get; set; }

    /// <summary>
    /// What the inspector may do: names with commas of <c>List</c>, <c>Listen</c>, <c>Whisper</c>, <c>Insert</c>, <c>Intercept</c>, <c>Force</c>, <c>History</c> and
    /// <c>Administer</c>, or <c>All</c>, or <c>None</c>. Not set, it means all but
    /// <c>Administer</c> and <c>Force</c>. Default: not set.
    /// </summary>
    public string? Permissions { get; set; }

    /// <summary>
    /// The names of the <c>AgentTeams</c> whose agents the inspector sees and may listen to, whisper to, join and take over; none
    /// named means everyone. Default: none.
    /// </summary>
    public IList<string> Teams { get; } = [];
}
