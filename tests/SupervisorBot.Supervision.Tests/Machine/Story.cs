using FsCheck;
using FsCheck.Fluent;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>What comes to a session, one after the other. Most stories begin with the inspector signed in.</summary>
internal sealed record Story(IReadOnlyList<Happening> Happenings)
{
    /// <summary>Stories of up to eighty happenings; one that fails is cut to what matters.</summary>
    public static Arbitrary<Story> Any { get; } = Arb.From(
        from isSignedIn in Gen.Elements(true, true, true, false)
        from length in Gen.Choose(5, 80)
        from happenings in Happening.One.ListOf(length)
        select new Story(isSignedIn ? [new Happening(What.SignIn, 0, 0), .. happenings] : happenings),
        Shorter);

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Happenings);

    private static IEnumerable<Story> Shorter(Story story)
    {
        var all = story.Happenings;
        for (var length = all.Count; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= all.Count; at += length)
            {
                yield return new Story([.. all.Take(at), .. all.Skip(at + length)]);
            }
        }
    }
}
