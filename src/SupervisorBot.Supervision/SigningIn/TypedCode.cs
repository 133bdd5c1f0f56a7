using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.SigningIn;

/// <summary>A code that somebody typed in their personal chat.</summary>
/// <param name="Code">Its letters and digits, see <see cref="SignInCode.TryRead"/>.</param>
/// <param name="Holder">Who typed it.</param>
/// <param name="Origin">Where: what follows is told there.</param>
[GenerateSerializer, Immutable]
public sealed record TypedCode(string Code, SignInHolder Holder, RequestOrigin Origin)
{
    /// <summary>Shows nothing of the code.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(TypedCode);
}
