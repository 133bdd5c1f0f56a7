namespace SupervisorBot.Supervision.Interception;

/// <summary>Whose approval an interception needs, beside the confirmation of the inspector who asks.</summary>
public enum ApprovalRule
{
    /// <summary>Nobody's.</summary>
    None,

    /// <summary>Another inspector's who may intercept the same agent.</summary>
    SecondInspector,

    /// <summary>Another person's who administers the bot.</summary>
    Administrator,
}
