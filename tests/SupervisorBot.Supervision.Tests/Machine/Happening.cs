using FsCheck;
using FsCheck.Fluent;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>Something that happens to a session. What it means is read off the session as it then is, so that every sequence of them can be played.</summary>
/// <param name="What">The kind.</param>
/// <param name="Which">Chooses among what the kind has to do with: the operation, the request, the effect that is answered.</param>
/// <param name="How">Chooses how it goes.</param>
internal sealed record Happening(What What, int Which, int How)
{
    /// <summary>One happening, the usual more often than the rare.</summary>
    public static Gen<Happening> One { get; } =
        from what in Gen.Frequency(
            (12, Gen.Constant(What.Answer)), (6, Gen.Constant(What.Event)), (4, Gen.Constant(What.Propose)), (4, Gen.Constant(What.Press)), (3, Gen.Constant(What.Approve)),
            (3, Gen.Constant(What.Ask)), (2, Gen.Constant(What.Timer)), (2, Gen.Constant(What.SignIn)), (3, Gen.Constant(What.Page)), (2, Gen.Constant(What.Redeliver)),
            (1, Gen.Constant(What.Wait)), (1, Gen.Constant(What.Poll)), (1, Gen.Constant(What.Restart)))
        from which in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 9)))
        from how in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 17)))
        select new Happening(what, which, how);

    /// <inheritdoc/>
    public override string ToString() => $"{What}({Which}, {How})";
}

/// <summary>The kinds of <see cref="Happening"/>.</summary>
internal enum What
{
    Answer,
    Event,
    Propose,
    Press,
    Approve,
    Ask,
    Timer,
    SignIn,
    Redeliver,
    Wait,
    Poll,
    Restart,
    Page,
}
