using System.Globalization;
using System.Security.Cryptography;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>What is typed on the sign-in page and after it, in tests.</summary>
internal static class PageScript
{
    public const string Code = "BCD234";
    public const string WrongCode = "BCD235";
    public const string Phone = "40099";

    public static SignInHolder Holder { get; } = new("tenant", ScriptedSession.Alex.EntraObjectId);

    public static SealedPassword Password { get; } = new([1, 2, 3]);

    /// <summary>One iteration will do: these tests try many codes.</summary>
    public static string CodeHash { get; } = Hash();

    public static string Link(int number) => string.Create(CultureInfo.InvariantCulture, $"link-{number}");

    public static PageSubmission Submission(int link) => new(Link(link), "form", Password, Phone);

    private static string Hash()
    {
        using var randomness = RandomNumberGenerator.Create();
        return SignInCode.Hash(Code, randomness, iterations: 1);
    }
}
