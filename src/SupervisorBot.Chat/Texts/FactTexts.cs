using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Texts;

/// <summary>The names of the facts that cards list.</summary>
internal static class FactTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(FactTexts));

    public static string Agent => s_texts.Get();

    public static string Customer => s_texts.Get();

    public static string Direction => s_texts.Get();

    public static string Call => s_texts.Get();

    public static string Reason => s_texts.Get();

    public static string AskedBy => s_texts.Get();

    public static string ApprovedBy => s_texts.Get();

    public static string Decided => s_texts.Get();

    public static string TalkingFor => s_texts.Get();

    public static string ContactCentre => s_texts.Get();

    public static string Phone => s_texts.Get();

    public static string Monitoring => s_texts.Get();

    public static string Talk => s_texts.Get();

    public static string Interception => s_texts.Get();

    public static string GatewayLastHeard => s_texts.Get();

    public static string State => s_texts.Get();

    public static string Began => s_texts.Get();

    public static string Ended => s_texts.Get();

    public static string Lasted => s_texts.Get();

    public static string Recorded => s_texts.Get();
}
