using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.SigningIn;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>What holds of signing in over the page, whatever else comes to the session, over any number of the bot's lives.</summary>
public sealed class PageSignInProperties
{
    private const int Stories = 1500;

    [Fact]
    public void Only_the_right_code_of_the_right_person_makes_a_sign_in_over_the_page_usable()
    {
        var (right, awaited) = (0, 0);
        Property.Holds(Story.Any, Stories, story => new RandomSession((input, before, turn) =>
        {
            if (before.Status == SessionStatus.SigningIn && before.Page is { CodeHash: not null, IsElsewhere: false } && input is SignInAnswered)
            {
                Assert.NotEqual(SessionStatus.SignedIn, turn.State.Status);
            }

            if (before.Status != SessionStatus.AwaitingCode)
            {
                return;
            }

            awaited++;
            if (turn.State.Status == SessionStatus.SignedIn)
            {
                right++;
                var typed = Assert.IsType<CodeTyped>(input).Code;
                Assert.Equal((PageScript.Code, PageScript.Holder), (typed.Code, typed.Holder));
                Assert.True(turn.Now < before.Page!.CodeUntil);
            }
            else if (turn.State.Status == SessionStatus.AwaitingCode)
            {
                Assert.All(turn.Effects, effect => Assert.True(effect is StartPolling or StartTimer, $"{effect.GetType().Name} was done while the code was awaited."));
            }
        }).Play(story));

        Assert.True(right > 50 && awaited > 500, $"The stories show too little: {right} of {awaited}.");
    }

    [Fact]
    public void A_link_leads_to_one_code_at_most_and_a_typed_password_forces_nobody_out_before_the_code()
    {
        var taken = 0;
        Property.Holds(Story.Any, Stories, story =>
        {
            HashSet<string> used = [];
            var isOffered = false;
            new RandomSession((input, before, turn) =>
            {
                if (before.Status == SessionStatus.SigningIn && turn.State.Status == SessionStatus.AwaitingCode)
                {
                    Assert.True(used.Add(before.Page!.LinkHash!), "A link led to a second code.");
                    Assert.Null(turn.State.Page!.LinkHash);
                }

                isOffered = isOffered ? turn.State.Page?.IsOffered == true : input is CodeTyped && turn.State.Page?.IsOffered == true;
                if (turn.Effects.OfType<SignIn>().SingleOrDefault(signIn => signIn.TakeOver) is not null && input is Asked { HasPassword: false })
                {
                    taken++;
                    Assert.True(before.Page is { IsOffered: true } && turn.Now < before.Page.CodeUntil);
                }

                Assert.True(turn.State.Page?.IsOffered != true || isOffered);
            }).Play(story);
        });

        Assert.True(taken > 5, $"Only {taken} take-overs: the stories show too little.");
    }

    [Fact]
    public void A_typed_password_is_held_only_while_it_is_needed() => Property.Holds(Story.Any, Stories, story =>
    {
        var isHeld = false;
        new RandomSession((input, _, turn) =>
        {
            if (input is SessionLoaded)
            {
                isHeld = false;
            }

            foreach (var effect in turn.Effects)
            {
                isHeld = effect switch
                {
                    SignIn { Password: not null } => true,
                    ForgetPassword => false,
                    _ => isHeld,
                };
            }

            var isNeeded = turn.State.Status == SessionStatus.SigningIn || turn.State.Page is { IsElsewhere: true };
            Assert.True(!isHeld || isNeeded, $"A password is held while the session is {turn.State.Status}.");
        }).Play(story);
    });

    [Fact]
    public void What_is_stored_of_the_page_is_read_back_as_it_was() => Property.Holds(Story.Any, Stories / 3, story => new RandomSession((_, _, turn) =>
    {
        var stored = Supervision.Sessions.Stored.SessionDocument.Of(turn.State);
        var read = Supervision.Sessions.Stored.SessionDocument.Read(stored.Write());
        Assert.Equal(stored, read);
        Assert.Equal(stored.Page?.ToState(), read.Page?.ToState());
        Assert.DoesNotContain(PageScript.Code, stored.Write(), StringComparison.Ordinal);
    }).Play(story));
}
