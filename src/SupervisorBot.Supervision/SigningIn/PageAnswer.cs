using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.SigningIn;

/// <summary>What the sign-in page shows after something was typed.</summary>
/// <param name="Result">What came of it.</param>
[GenerateSerializer, Immutable]
public sealed record PageAnswer(PageResult Result)
{
    /// <summary>The code to type in the personal chat, where there is one. It is shown once and stored nowhere.</summary>
    [Id(0)]
    public string? Code { get; init; }

    /// <summary>How long it may be typed.</summary>
    [Id(1)]
    public TimeSpan CodeLifetime { get; init; }

    /// <summary>What kept the sign-in from succeeding.</summary>
    [Id(2)]
    public Problem? Problem { get; init; }

    /// <summary>What the gateway told of the password.</summary>
    [Id(3)]
    public PasswordNews Password { get; init; } = PasswordNews.None;

    /// <summary>Whether the gateway grants the agent id the inspector's right; null when it does not tell.</summary>
    [Id(4)]
    public bool? MayInspect { get; init; }

    /// <summary>Shows nothing of the code.</summary>
    /// <returns>The type's name with the result.</returns>
    public override string ToString() => $"{nameof(PageAnswer)} {Result}";
}
