namespace SupervisorBot.BotFramework.Authentication.Clouds;

/// <summary>A cloud with a Bot Framework, a login service and a Teams of its own.</summary>
public enum BotFrameworkCloud
{
    /// <summary>The public cloud, with Teams for companies and for GCC.</summary>
    Public,

    /// <summary>Azure Government, with Teams for GCC High and DoD.</summary>
    USGovernment,

    /// <summary>Azure and Teams in China, operated by 21Vianet.</summary>
    China,
}
