using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Supervision.Forcing;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of forcing agents' states and of ending their calls.</summary>
internal static class ForceTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(ForceTexts));

    public static string FactNow => s_texts.Get();

    public static string FactRest => s_texts.Get();

    public static string ReasonLabel => s_texts.Get();

    public static string ReasonPlaceholder => s_texts.Get();

    public static string ReasonError => s_texts.Get();

    public static string MinutesLabel => s_texts.Get();

    public static string Asked => s_texts.Get();

    public static string DoneText => s_texts.Get();

    public static string DoneLaterText => s_texts.Get();

    public static string DropEffect => s_texts.Get();

    public static string DropConfirm => s_texts.Get();

    public static string DropTip => s_texts.Get();

    public static string DropDoneText => s_texts.Get();

    public static string Question(ForcedState state, string agent) => s_texts.Format($"Question.{state}", agent);

    public static string Effect(ForcedState state) => s_texts.Get($"Effect.{state}");

    /// <summary>When it takes effect, as far as the gateway's documents say it.</summary>
    /// <param name="state">The state.</param>
    /// <param name="isInCall">Whether the agent is in a call; null where that is not known.</param>
    public static string When(ForcedState state, bool? isInCall)
    {
        var isSignOut = state == ForcedState.SignedOut;
        return s_texts.Get(isInCall switch
        {
            false => "When.Free",
            true => isSignOut ? "When.InCallSignedOut" : "When.InCall",
            null => isSignOut ? "When.NotKnownSignedOut" : "When.NotKnown",
        });
    }

    public static string Confirm(ForcedState state) => s_texts.Get($"Confirm.{state}");

    public static string ConfirmTip(string agent) => s_texts.Format(nameof(ConfirmTip), agent);

    public static string Done(ForcedState state, string agent) => s_texts.Format($"Done.{state}", agent);

    public static string DoneLater(string agent) => s_texts.Format(nameof(DoneLater), agent);

    public static string Failed(string asked) => s_texts.Format(nameof(Failed), asked);

    public static string NotCertain(string asked) => s_texts.Format(nameof(NotCertain), asked);

    public static string ReasonMissing(int most) => s_texts.Format(nameof(ReasonMissing), most);

    public static string MinutesError(int most) => s_texts.Format(nameof(MinutesError), most);

    public static string MinutesWrong(int most) => s_texts.Format(nameof(MinutesWrong), most);

    public static string StateMissing(CommandInfo command) => s_texts.Format(nameof(StateMissing), CommandTexts.Example(command));

    public static string NotSignedIn(string agent) => s_texts.Format(nameof(NotSignedIn), agent);

    public static string DropQuestion(string agent) => s_texts.Format(nameof(DropQuestion), agent);

    public static string DropDone(string agent) => s_texts.Format(nameof(DropDone), agent);

    public static string DropNoCalls(string agent) => s_texts.Format(nameof(DropNoCalls), agent);

    public static string DropNotTheirs(string agent, string calls) => s_texts.Format(nameof(DropNotTheirs), agent, calls);

    public static string DropWhich(string agent, string calls) => s_texts.Format(nameof(DropWhich), agent, calls);
}
