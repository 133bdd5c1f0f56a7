namespace SupervisorBot.BotFramework.Schema;

/// <summary>The delivery modes of an inbound activity.</summary>
public static class DeliveryModes
{
    /// <summary>Replies are posted to the activity's service URL. The default.</summary>
    public const string Normal = "normal";

    /// <summary>Replies are collected and returned in the body of the HTTP answer.</summary>
    public const string ExpectReplies = "expectReplies";
}
